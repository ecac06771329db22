import { useEffect, useMemo, useState } from 'react';
import { claimRegister } from '../../core/project/claim-register';
import { setState, useStore } from '../store';
import { NOT_REGISTERED } from './claims-actions';
import { useCame } from './claims-came';
import type { Sorting } from './claims-data';
import { claimsListed } from './claims-data';
import { NoClaims } from './claims-empty';
import { ClaimsList } from './claims-list';
import { ClaimPage } from './claims-page';
import { UnregisteredPage } from './claims-unregistered';

/** The claim register: every entry on the left; on the right who makes and who denies the one chosen. */
export function ClaimsView() {
  const project = useStore((state) => state.project)!;
  const chosen = useStore((state) => state.claimId);
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState<Sorting>('articles');
  const { articles, annotations, codebook, claims } = project;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const register = useMemo(() => claimRegister(project), [articles, annotations, codebook, claims]);
  const listed = useMemo(
    () => claimsListed(claims, register, query, sorting),
    [claims, register, query, sorting],
  );
  const waiting = chosen === NOT_REGISTERED && register.unregistered.length > 0;
  const current = waiting ? undefined : (claims.get(chosen ?? '') ?? listed[0]);
  // The keys speak to the claim that is shown, also when nobody has chosen it.
  const shown = current?.id;
  useEffect(() => {
    if (shown !== undefined && shown !== chosen) setState({ claimId: shown });
  }, [shown, chosen]);
  useEffect(() => () => useCame.setState({ came: false }), []);
  const at = listed.findIndex(({ id }) => id === current?.id);
  return (
    <main className="claims-view">
      <ClaimsList
        claims={listed}
        register={register}
        current={current}
        query={query}
        onQuery={setQuery}
        sorting={sorting}
        onSorting={setSorting}
        waiting={waiting}
      />
      {waiting ? (
        <UnregisteredPage annotations={register.unregistered} />
      ) : current ? (
        <ClaimPage
          key={current.id}
          claim={current}
          register={register}
          next={(listed[at + 1] ?? listed[at - 1])?.id ?? null}
        />
      ) : (
        <NoClaims unregistered={register.unregistered} />
      )}
    </main>
  );
}
