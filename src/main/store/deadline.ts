/** Does the task, but waits for it no longer than this many milliseconds; it then goes on by itself. */
export async function withDeadline(milliseconds: number, task: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([task(), deadline]);
  clearTimeout(timer);
}
