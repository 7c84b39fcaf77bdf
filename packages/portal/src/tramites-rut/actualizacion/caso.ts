import type { CambioDelRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { FLUJO_RUT, tipoDeCaso, type TipoDeCaso } from '../../tramites/index.ts';
import { ID_ACTUALIZACION } from './identificador.ts';

const Solicitud = z.object({
  cambios: z.array(
    z.object({ casilla: z.string(), nombre: z.string(), antes: z.string(), despues: z.string() }),
  ),
});
type SolicitudActualizacion = z.output<typeof Solicitud>;

export const solicitudDe = (cambios: readonly CambioDelRut[]): SolicitudActualizacion => ({
  cambios: cambios.map(({ casilla, nombre, antes, despues }) => ({ casilla, nombre, antes, despues })),
});

const enUnaLinea = (t: string) => (t === '' ? 'nada' : t.replaceAll('\n', '; '));

/** What the office decides by itself at once (DUR 1.6.1.2.14): a case that is born done. */
export const tipoActualizacion: TipoDeCaso = tipoDeCaso<SolicitudActualizacion>({
  tipo: ID_ACTUALIZACION,
  nombre: 'Actualización del RUT',
  formulario: '001',
  serie: 'RU',
  rol: 'mesa-rut',
  flujo: FLUJO_RUT,
  cuatroOjos: false,
  esquema: Solicitud,
  presentar: ({ cambios }) => ({
    titulo: 'Actualización del RUT',
    secciones: [
      {
        titulo: 'Lo que cambió',
        filas: cambios.map((c) => ({
          clave: `${/^\d+$/.test(c.casilla) ? 'Casilla' : 'Casillas'} ${c.casilla}. ${c.nombre}`,
          valor: `Decía: ${enUnaLinea(c.antes)}. Dice: ${enUnaLinea(c.despues)}.`,
        })),
      },
      {
        titulo: 'Lo que declaró',
        parrafos: ['Que estos datos son ciertos. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3).'],
      },
    ],
  }),
  documentos: () => [],
  verificables: [],
  // It is filed with its effect, in one transaction that judged it: nobody is left to decide it.
  comprobar: async () => ({ estado: 'cumple', condiciones: [] }),
  plantilla: () => ({ razones: '', fundamento: 'Decreto 1625 de 2016, art. 1.6.1.2.14' }),
  empezar: '/rut/actualizacion',
});
