/** Pictures of earlier builds, and of the one that runs: in a folder that a build may find empty. */
export const kept = 'pictures';
export const drawnNow = 'pictures-now';
