import { type FormEvent, useState } from 'react';
import { errorSentence } from '../../../../app/errors.ts';
import { Button } from '../../../../ui/button.tsx';
import { Field, Input } from '../../../../ui/field.tsx';
import { Problem } from '../../../../ui/states.tsx';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import { freeName } from '../state/order.ts';
import type { Views } from '../use-views.ts';
import { Choices } from './choices.tsx';
import css from './new-view.module.css';

/** Asks for what a new view needs, and shows it once it is there. */
export function NewView({ model, views, onClose }: { model: GridModel; views: Views; onClose(): void }) {
  const state = useSignal(views.state);
  const [name, setName] = useState(() => freeName(state.views, 'New view'));
  const [sight, setSight] = useState<'personal' | 'shared'>('personal');
  const [from, setFrom] = useState<'shown' | 'all'>('shown');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (name.trim() === '') {
      setProblem('Give the view a name.');
      return;
    }
    setBusy(true);
    try {
      await views.acts.create({ name: name.trim(), shared: sight === 'shared', from }, model.config.get());
      onClose();
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void create(event)} noValidate>
      {problem ? <Problem>{problem}</Problem> : null}
      <Field label="Name">
        <Input
          value={name}
          maxLength={100}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
        />
      </Field>
      <Choices
        legend="Who sees it"
        value={sight}
        onChange={(to) => setSight(to)}
        choices={[
          { value: 'personal', label: 'Personal', detail: 'Only you' },
          { value: 'shared', label: 'Shared', detail: 'Everyone in the fund' },
        ]}
      />
      <Choices
        legend="Starts with"
        value={from}
        onChange={(to) => setFrom(to)}
        choices={[
          { value: 'shown', label: 'What is shown now', detail: 'Filter, order and fields' },
          { value: 'all', label: 'Everything', detail: 'Every row and field' },
        ]}
      />
      <div className={css.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          Create view
        </Button>
      </div>
    </form>
  );
}
