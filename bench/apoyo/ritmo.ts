/**
 * Offers work at a fixed rate, as people who do not know of each other do: each piece begins when it is due, whether or not
 * those before it have ended. A percentile is told only of what was offered so. Whoever waits for an answer before asking
 * again asks less of a server that stopped, and measures little of its stop.
 * @returns milliseconds of each from when it was due, also when it began late, to its end
 */
export async function aRitmo(
  porSegundo: number,
  cuantas: number,
  hacer: (n: number) => Promise<unknown>,
): Promise<number[]> {
  const inicio = performance.now();
  return Promise.all(
    Array.from({ length: cuantas }, async (_, n) => {
      const debida = inicio + (n * 1_000) / porSegundo;
      await new Promise((listo) => setTimeout(listo, debida - performance.now()));
      // A timer may be early by less than its millisecond.
      const desde = Math.min(debida, performance.now());
      await hacer(n);
      return performance.now() - desde;
    }),
  );
}
