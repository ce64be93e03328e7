/** When has a view come to rest? Buttons fade into their colours, which axe would read half-way. */
import type { Frame, Page } from 'playwright-core';

export async function coloursSettled(view: Frame | Page): Promise<void> {
  await view.evaluate(async () => {
    // What starts with the next frame has begun after two.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const fading = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}
