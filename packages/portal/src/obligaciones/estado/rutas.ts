import { esFecha, fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { errores, json, pagina, redirigir, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { EstadoApi, estadoEnJson } from './api.ts';
import { csvDelEstado } from './csv.ts';
import { enFacilidad, hechosDe, leerCuenta } from './cuenta.ts';
import { baseDe } from './direcciones.ts';
import { movimientosDe } from './movimientos.ts';
import { EL_DIA, LIMITES_DEL_DIA, paginaEstado } from './paginas/estado.tsx';
import { paginaObligacion } from './paginas/obligacion.tsx';

const TITULAR = z.object({ titular: z.string() });
const TITULAR_Y_OBLIGACION = z.object({ titular: z.string(), obligacion: z.string() });

const MALA_FECHA = 'Escriba la fecha como 2026-06-30, de 1990 a 2100.';
const al = z
  .string()
  .refine((t) => esFecha(t) && t >= LIMITES_DEL_DIA.desde && t <= LIMITES_DEL_DIA.hasta, {
    error: MALA_FECHA,
  })
  .transform((t) => fecha(t));
const corte = z
  .string()
  .regex(/^\d{1,18}$/, { error: 'El corte es un número.' })
  .transform(BigInt);

/** The day of law and what was known: with both, the same figures for ever. */
export const CUAL = z.object({ al: al.optional(), corte: corte.optional() });
type Cual = z.output<typeof CUAL>;
const CUAL_Y_PAGINA = CUAL.extend({
  pagina: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .optional(),
});

const comun = { acceso: 'titular' } as const;

async function ver(
  p: Peticion<{ titular: string }>,
  cual: Cual,
  mas: { valores?: Peticion['escrito']; errores?: Record<string, string> } = {},
): Promise<string> {
  const leida = await p.enTransaccion(async (trx) => ({
    cuenta: await leerCuenta(trx, cual),
    enFacilidad: await enFacilidad(trx, cual),
  }));
  return paginaEstado({
    ...leida,
    titular: p.parametros.titular,
    fija: cual.corte !== undefined,
    ...mas,
  });
}

/** The statement of somebody's obligations and each of them. */
export const rutasEstado = (o: { urlPublica: string }): Ruta[] => [
  ruta({
    ...comun,
    nombre: 'obligaciones.estado',
    metodo: 'GET',
    camino: '/de/:titular/obligaciones',
    parametros: TITULAR,
    consulta: CUAL,
    manejar: async (p) => pagina(await ver(p, p.consulta)),
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.ver-otro-dia',
    metodo: 'POST',
    camino: '/de/:titular/obligaciones',
    // It only leads to an address.
    ambito: 'consultar',
    parametros: TITULAR,
    cuerpo: z.object({ corte: corte.optional() }).and(EL_DIA.esquema.transform((dia) => ({ dia }))),
    invalido: (p, campos) => ver(p, {}, { valores: p.escrito, errores: campos }),
    async manejar(p) {
      const { dia, corte: suCorte } = p.cuerpo;
      const direccion = new URLSearchParams({
        al: dia,
        ...(suCorte !== undefined && { corte: String(suCorte) }),
      });
      return redirigir(`${baseDe(p.parametros.titular)}?${direccion.toString()}`);
    },
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.descargar-csv',
    metodo: 'GET',
    camino: '/de/:titular/obligaciones/estado.csv',
    parametros: TITULAR,
    consulta: CUAL,
    async manejar(p) {
      const cuenta = await p.enTransaccion((trx) => leerCuenta(trx, p.consulta));
      return {
        tipo: 'archivo',
        contenido: csvDelEstado(cuenta),
        media: 'text/csv; charset=utf-8',
        nombre: `estado-de-obligaciones-${cuenta.al}.csv`,
      };
    },
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.api-estado',
    metodo: 'GET',
    camino: '/api/v1/de/:titular/obligaciones',
    parametros: TITULAR,
    consulta: CUAL,
    api: {
      resumen: 'Lo que debe, y qué le falta a cada obligación',
      etiqueta: 'Obligaciones',
      descripcion:
        '`?al=` es el día de la ley y `?corte=` lo que se sabía: con los dos, las mismas cifras siempre. Sin ellos, las de hoy.',
      respuestas: { 200: EstadoApi },
    },
    async manejar(p) {
      const cuenta = await p.enTransaccion((trx) => leerCuenta(trx, p.consulta));
      return json(estadoEnJson(cuenta, { titular: p.parametros.titular, urlPublica: o.urlPublica }));
    },
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.ver',
    metodo: 'GET',
    camino: '/de/:titular/obligaciones/:obligacion',
    parametros: TITULAR_Y_OBLIGACION,
    consulta: CUAL_Y_PAGINA,
    async manejar(p) {
      const { cuenta, hechos, facilidades } = await p.enTransaccion(async (trx) => {
        const leida = await leerCuenta(trx, p.consulta);
        return {
          cuenta: leida,
          hechos: await hechosDe(trx, leida.libro.corte),
          facilidades: await enFacilidad(trx, p.consulta),
        };
      });
      const obligacion = cuenta.obligaciones.find((o) => o.idPublico === p.parametros.obligacion);
      if (!obligacion) throw errores.noEncontrado();
      return pagina(
        paginaObligacion({
          cuenta,
          obligacion,
          facilidad: facilidades.get(obligacion.idPublico),
          titular: p.parametros.titular,
          movimientos: movimientosDe(cuenta.libro, obligacion.id, hechos),
          pagina: p.consulta.pagina ?? 1,
        }),
      );
    },
  }),
];
