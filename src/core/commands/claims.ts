import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Project } from '../project/model';

/** Adds an entry to the claim register: one claim, wherever it is made. Throws for an empty wording. */
export function addClaim(_project: Project, args: { readonly id: string; readonly wording: string }): Change {
  const wording = args.wording.trim();
  if (wording === '') throw new Error('a claim needs a wording');
  return changeOf('claims', [[null, { id: args.id, wording, note: '' }]]);
}
