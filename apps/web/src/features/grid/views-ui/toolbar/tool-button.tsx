import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Tooltip } from '../../../../ui/tooltip.tsx';
import { onFirstTouch } from '../../../../ui/warm.ts';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import css from './toolbar.module.css';

const OpenTool = lazy(
  onFirstTouch(() => import('../panels/open-tool.tsx').then((part) => ({ default: part.OpenTool }))),
);

/** One button of the toolbar with its panel. `count` 0 = nothing of it is on. */
export function ToolButton(props: {
  model: GridModel;
  tool: 'filter' | 'sort' | 'fields' | 'height';
  label: string;
  keys?: string;
  icon: ReactNode;
  count: number;
  /** The count in words. */
  counted: string;
  /** On or off, without a number. */
  uncounted?: boolean;
}) {
  const { model, tool, label, count } = props;
  const open = useSignal(model.tool) === tool;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    if (model.tool.get() === tool) model.tool.set(null);
  };
  return (
    <>
      <Tooltip label={label} keys={props.keys}>
        <Button
          ref={button}
          variant="quiet"
          size="s"
          icon={props.icon}
          className={css.tool}
          data-on={count > 0 || undefined}
          data-state={open ? 'open' : 'closed'}
          aria-label={count > 0 ? `${label}, ${props.counted}` : label}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => model.tool.set(open ? null : tool)}
        >
          <span className={css.label}>{label}</span>
          {count > 0 && !props.uncounted ? <span className={css.count}>{count}</span> : null}
        </Button>
      </Tooltip>
      {open ? (
        <Suspense fallback={null}>
          <OpenTool model={model} tool={tool} anchor={button} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
