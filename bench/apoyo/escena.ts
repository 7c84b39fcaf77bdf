import { abrirBase, type Base } from './base.ts';
import type { Servidor } from './portal.ts';

/** Opens a database of its own, measures, and closes all that was opened, also after a failure or an interruption. */
export async function enEscena(
  medir: (base: Base, abrir: (servidor: Promise<Servidor>) => Promise<Servidor>) => Promise<void>,
): Promise<void> {
  const base = await abrirBase();
  const abiertos: Servidor[] = [];
  let cerrado: Promise<void> | undefined;
  const cerrar = () =>
    (cerrado ??= (async () => {
      for (const servidor of abiertos) await servidor.cerrar();
      await base.cerrar();
    })());
  for (const senal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(senal, () => void cerrar().finally(() => process.exit(130)));
  }
  try {
    await medir(base, async (servidor) => {
      const abierto = await servidor;
      abiertos.push(abierto);
      return abierto;
    });
  } finally {
    await cerrar();
  }
}
