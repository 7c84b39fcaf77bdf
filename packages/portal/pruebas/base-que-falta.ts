import { escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { consultarEn, type BaseDePrueba } from './base/index.ts';

/**
 * The database goes away, with everybody's connections cut, and comes back whole: as a server that stopped and was
 * started again.
 */
export function baseQueFalta(base: BaseDePrueba): { irse(): Promise<void>; volver(): Promise<void> } {
  const { urlAdministrador } = inject('servidorDePrueba');
  const nombre = new URL(base.urlPropietario).pathname.slice(1);
  const fuera = `${nombre}_fuera`;
  const renombrar = (de: string, a: string) =>
    consultarEn(urlAdministrador, `alter database ${escapeIdentifier(de)} rename to ${escapeIdentifier(a)}`);
  return {
    async irse() {
      // Whoever connects again at once is cut again: a database in use has no other name.
      for (let intento = 1; ; intento += 1) {
        await consultarEn(
          urlAdministrador,
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
          [nombre],
        );
        try {
          await renombrar(nombre, fuera);
          return;
        } catch (error) {
          if (intento === 20) throw error;
        }
      }
    },
    async volver() {
      await renombrar(fuera, nombre);
    },
  };
}
