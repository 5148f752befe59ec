/** At a time, whatever the number of instances, so that other jobs have room. */
const lanes = 2;

/** The queue in which something is made of pictures. @param number spreads the work */
export function pictureLane(number: number): string {
  return `pictures-${String(number % lanes)}`;
}
