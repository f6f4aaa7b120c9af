/**
 * Which possible match is better: the facilitator a follow-up prefers, then the slot that suits more of the participants
 * seen, then whoever has had less than their fair share, then the earlier slot, then somebody who works in the locality, then
 * another agency than the requester's, then a stable tie that differs from request to request. A second slot of one
 * facilitator on the same day comes last: half an hour later is no choice.
 */
import type { Interval } from './intervals';
import type { PersonId } from './people';
import type { RequestId } from './request';

/** What ranks a facilitator, whatever the slot. */
export interface Standing<Candidate extends Ranked = Ranked> {
  readonly candidate: Candidate;
  /** How soon it is the facilitator's turn, by what they have had against their weight; see fair-share.ts. */
  readonly turn: number;
  /** Works in the locality asked for. */
  readonly near: boolean;
  /** Comes from another agency than the requester. */
  readonly otherAgency: boolean;
  readonly tie: number;
  /** The facilitator of the earlier session, where a follow-up prefers them. */
  readonly preferred: boolean;
}

/** A facilitator in a slot they can take. */
export interface Option<Candidate extends Ranked = Ranked, Slot extends RankedSlot = RankedSlot> {
  readonly of: Standing<Candidate>;
  readonly slot: Slot;
  /** The facilitator has a better slot on that day. */
  readonly again: boolean;
}

interface Ranked {
  readonly facilitator: { readonly id: PersonId };
}

interface RankedSlot extends Interval {
  readonly participantsFree: number;
}

/** Negative when `a` is the better match. Zero only for the same facilitator in the same slot. */
export function byPreference(a: Option, b: Option): number {
  return (
    Number(a.again) - Number(b.again) ||
    Number(b.of.preferred) - Number(a.of.preferred) ||
    b.slot.participantsFree - a.slot.participantsFree ||
    a.of.turn - b.of.turn ||
    a.slot.start - b.slot.start ||
    Number(b.of.near) - Number(a.of.near) ||
    Number(b.of.otherAgency) - Number(a.of.otherAgency) ||
    a.of.tie - b.of.tie ||
    byId(a.of.candidate.facilitator.id, b.of.candidate.facilitator.id)
  );
}

function byId(a: PersonId, b: PersonId): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The few best of one facilitator's slots, which come in the order of time: the best of each day, then further ones. */
export function bestSlots<Slot extends RankedSlot & { readonly day: string }>(
  slots: readonly Slot[],
  most: number,
): readonly { readonly slot: Slot; readonly again: boolean }[] {
  const bestOfDay = new Map<string, Slot>();
  for (const slot of slots) {
    const rival = bestOfDay.get(slot.day);
    if (!rival || slot.participantsFree > rival.participantsFree) bestOfDay.set(slot.day, slot);
  }
  const first = [...bestOfDay.values()].sort(byFit).slice(0, most);
  const further = first.length < most ? slots.filter((slot) => bestOfDay.get(slot.day) !== slot) : [];
  return [
    ...first.map((slot) => ({ slot, again: false })),
    ...further
      .sort(byFit)
      .slice(0, most - first.length)
      .map((slot) => ({ slot, again: true })),
  ];
}

/** The better slot for the participants seen, then the earlier one. */
export function byFit(a: RankedSlot, b: RankedSlot): number {
  return b.participantsFree - a.participantsFree || a.start - b.start;
}

/** The few best, best first. One pass: the pool is long and few are shown. */
export function best<O extends Option>(options: readonly O[], most: number): O[] {
  const top: O[] = [];
  for (const option of options) {
    const last = top.at(-1);
    if (top.length >= most && (!last || byPreference(last, option) <= 0)) continue;
    if (top.length >= most) top.pop();
    top.splice(placeIn(top, option), 0, option);
  }
  return top;
}

/** Where an option belongs in a sorted list. */
function placeIn(sorted: readonly Option[], option: Option): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPreference(sorted[middle]!, option) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Decides between equals: the same for one request however often it is asked, and spread evenly over requests, so that
 * no facilitator is always first. FNV-1a, then murmur3's finish, because ids often differ in their last character only.
 */
export function tieOf(requestId: RequestId, facilitator: PersonId): number {
  const text = `${requestId}:${facilitator}`;
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
