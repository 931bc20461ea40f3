import type { AppContext } from '../context.ts';
import type { Bus } from '../bus.ts';

/** What a process keeps in memory for one application, made when it is first asked for. */
export type PerApp<T> = (app: AppContext) => T;

/** Makes `create` run once per application. The bus stands for the application: every view of one shares it. */
export function perApp<T>(create: (app: AppContext) => T): PerApp<T> {
  const made = new WeakMap<Bus, { value: T }>();
  return (app) => {
    let entry = made.get(app.bus);
    if (!entry) made.set(app.bus, (entry = { value: create(app) }));
    return entry.value;
  };
}
