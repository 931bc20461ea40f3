import { useQuery } from '@tanstack/react-query';
import { Person } from '@crm/shared/contract/auth';
import { useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { checkSession, useMe } from '../../app/session.ts';
import { queryClient } from '../../rpc.ts';
import { columnContext } from './model/context.ts';
import { GridModel } from './model/grid-model.ts';
import { ask } from './transport/calls.ts';
import { openSheet } from './transport/open.ts';

const PEOPLE = ['auth', 'people', 'grid'];

/** Opens the sheet for this tab and keeps it while the page is shown. `failed` = this browser cannot hold a session. */
export function useSheet(): { model: GridModel | null; failed: boolean } {
  const { me } = useMe();
  const [model, setModel] = useState<GridModel | null>(null);
  const [failed, setFailed] = useState(false);
  const people = useQuery({
    queryKey: PEOPLE,
    queryFn: () => ask('auth.people', undefined, z.array(Person)),
  });
  const known = useMemo(
    () => people.data ?? [{ id: me.id, name: me.name, email: me.email }],
    [people.data, me],
  );
  const latest = useRef(known);
  latest.current = known;
  useEffect(() => {
    let over = false;
    let made: { model: GridModel; close: () => void } | null = null;
    const first = () =>
      made?.model.layout
        .get()
        .boxes.slice(0, 12)
        .map((box) => box.column.id) ?? [];
    openSheet({
      userId: me.id,
      context: () => made?.model.context() ?? FALLBACK,
      first,
      onOutside(what) {
        if (what === 'people') void queryClient.invalidateQueries({ queryKey: PEOPLE });
        else if (what === 'views') made?.model.onViewsChanged();
      },
      onSignedOut: () => void checkSession(),
    })
      .then(({ session, close }) => {
        const grid = new GridModel(session, columnContext(session, latest.current));
        made = { model: grid, close };
        if (over) close();
        else setModel(grid);
      })
      .catch(() => setFailed(true));
    return () => {
      over = true;
      made?.model.close();
      made?.close();
      setModel(null);
    };
  }, [me.id]);
  useEffect(() => {
    if (!model) return undefined;
    const refresh = () => model.setContext(columnContext(model.session, known));
    refresh();
    // The fund's zone comes with the first lines of the sheet.
    let zone = model.session.workspace?.timeZone;
    return model.version.subscribe(() => {
      if (model.session.workspace?.timeZone === zone) return;
      zone = model.session.workspace?.timeZone;
      refresh();
    });
  }, [model, known]);
  return { model, failed };
}

const FALLBACK = {
  locale: undefined,
  timeZone: 'UTC',
  now: new Date(),
  person: () => undefined,
  people: () => [],
  contact: () => undefined,
  findContacts: () => [],
};
