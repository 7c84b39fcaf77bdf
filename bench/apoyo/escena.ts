import { abrirBase, type Base } from './base.ts';
import type { Servidor } from './portal.ts';

/** Opens a database of its own, measures, and closes everything that was opened, also after a failure. */
export async function enEscena(
  medir: (base: Base, abrir: (servidor: Promise<Servidor>) => Promise<Servidor>) => Promise<void>,
): Promise<void> {
  const base = await abrirBase();
  const abiertos: Servidor[] = [];
  try {
    await medir(base, async (servidor) => {
      const abierto = await servidor;
      abiertos.push(abierto);
      return abierto;
    });
  } finally {
    for (const servidor of abiertos) await servidor.cerrar();
    await base.cerrar();
  }
}
