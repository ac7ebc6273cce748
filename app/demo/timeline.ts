/** Something that happens bit by bit: it says when it goes on, and does so when it is asked again. */
export type Story = AsyncGenerator<Date, void, void>;

/**
 * Lets stories happen side by side in the order of time, so that numbers and the log follow the calendar.
 * Of two that go on at the same moment, the one that is named first does.
 */
export async function playInOrder(stories: readonly Story[]): Promise<void> {
  const waiting: { story: Story; at: number }[] = [];
  const advance = async (story: Story): Promise<number | undefined> => {
    const { done, value } = await story.next();
    return done ? undefined : value.getTime();
  };
  for (const story of stories) {
    const at = await advance(story);
    if (at !== undefined) waiting.push({ story, at });
  }
  while (waiting.length > 0) {
    const next = waiting.reduce((earliest, each) => (each.at < earliest.at ? each : earliest));
    const at = await advance(next.story);
    if (at === undefined) waiting.splice(waiting.indexOf(next), 1);
    else next.at = at;
  }
}
