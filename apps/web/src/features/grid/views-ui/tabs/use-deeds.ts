import type { View } from '@crm/shared';
import { useState } from 'react';
import { errorSentence } from '../../../../app/errors.ts';
import { announce } from '../../../../ui/announce.ts';
import { toast } from '../../../../ui/toasts.ts';
import type { Views } from '../use-views.ts';
import type { TabDeeds } from './tab-entries.tsx';

/** What a question is asked about before it is done. */
export type Asked = { readonly view: View };

/** Does what the tab's menu offers, and says what became of it where that is not to be seen. */
export function useDeeds(views: Views, rename: (view: View) => void) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const attempt = async (work: Promise<void>, failed: string, done?: () => void) => {
    try {
      await work;
      done?.();
    } catch (error) {
      toast({ title: failed, detail: errorSentence(error), tone: 'danger' });
    }
  };
  const share = (view: View, shared: boolean) =>
    void attempt(views.acts.share(view, shared), `“${view.name}” was not changed`, () =>
      announce(shared ? 'Everyone sees this view now' : 'Only its owner sees this view now'),
    );
  const restore = (view: View) =>
    void attempt(views.acts.restore(view), `“${view.name}” was not brought back`);
  const deeds: TabDeeds = {
    rename,
    duplicate: (view) => void attempt(views.acts.duplicate(view), `“${view.name}” was not duplicated`),
    share(view, shared) {
      // It will be gone from this person's tabs: not to be undone from here.
      if (!shared && view.ownerId !== views.me.id) setAsked({ view });
      else share(view, shared);
    },
    move: (view, by) =>
      void attempt(views.acts.move(view, by), `“${view.name}” was not moved`, () =>
        announce(`${view.name} moved ${by < 0 ? 'left' : 'right'}`),
      ),
    remove: (view) =>
      void attempt(views.acts.remove(view), `“${view.name}” was not removed`, () =>
        toast({ title: `“${view.name}” removed`, undo: () => restore(view) }),
      ),
  };
  return {
    deeds,
    asked,
    answer(yes: boolean) {
      if (yes && asked) share(asked.view, false);
      setAsked(null);
    },
    /** Renames at once; the old name comes back when the server refuses. */
    setName(view: View, name: string) {
      const to = name.trim();
      if (to === '' || to === view.name) return;
      void attempt(views.acts.rename(view, to), `“${view.name}” was not renamed`);
    },
  };
}
