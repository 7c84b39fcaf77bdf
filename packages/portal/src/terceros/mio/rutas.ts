import { escribirHoja } from '@autogestion/documentos';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import {
  auditar,
  errores,
  json,
  pagina,
  ruta,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { enApi, ReportadoApi } from './api.ts';
import { hojaDeLoReportado, type DeQuienEs } from './hoja.ts';
import { paginaReportado } from './paginas/reportado.tsx';
import { loReportadoDe, type Reportado } from './reportado.ts';

const CAMINO = '/de/:titular/reportado';
const TITULAR = z.object({ titular: z.string() });
const ANIO = z.object({
  anio: z
    .string()
    .regex(/^20\d{2}$/, { error: 'El año se escribe con cuatro cifras: 2025.' })
    .transform(Number)
    .optional(),
});
const COMUN = { acceso: 'titular', metodo: 'GET', parametros: TITULAR, consulta: ANIO } as const;
const HOJA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What stands beside each record, and under all of them, which this folder does not know. */
export type AlLado = (
  trx: Transaccion,
  de: { base: string; anio: number },
) => Promise<{ deCadaUno: (r: Reportado) => ComponentChildren; enlaces: ComponentChildren }>;

/** What others reported of a person: the page, its spreadsheet, and for programs. */
export const rutasDeLoReportado = ({ alLado }: { alLado: AlLado }): Ruta[] => [
  ruta({
    ...COMUN,
    nombre: 'terceros.reportado',
    camino: CAMINO,
    async manejar(p) {
      const base = `/de/${p.parametros.titular}`;
      const datos = await p.enTransaccion(async (trx) => {
        const r = await loReportadoDe(trx, p.consulta.anio);
        return { r, base, ...(await alLado(trx, { base, anio: r.anio })) };
      });
      return pagina(paginaReportado(datos));
    },
  }),
  ruta({
    ...COMUN,
    nombre: 'terceros.descargar-reportado',
    camino: `${CAMINO}/reporte.xlsx`,
    async manejar(p) {
      const { r, quien, hoy } = await p.enTransaccion(async (trx) => ({
        r: await loReportadoDe(trx, p.consulta.anio),
        quien: await deQuienEs(trx, p),
        hoy: trx.hoy,
      }));
      return {
        tipo: 'archivo',
        contenido: escribirHoja(hojaDeLoReportado(r, quien, hoy)),
        media: HOJA,
        nombre: `informacion-reportada-${r.anio}.xlsx`,
      };
    },
  }),
  ruta({
    ...COMUN,
    nombre: 'terceros.api-reportado',
    camino: `/api/v1${CAMINO}`,
    api: {
      resumen: 'Lo que otros reportaron de un año, con la casilla que sugiere cada valor',
      etiqueta: 'Información de terceros',
      descripcion:
        'Sin `?anio=`, el último del que alguien reportó algo. Es una ayuda: se declara lo que ocurrió, se haya reportado o no.',
      respuestas: { 200: ReportadoApi },
    },
    manejar: async (p) => json(enApi(await p.enTransaccion((trx) => loReportadoDe(trx, p.consulta.anio)))),
  }),
];

/** What leaves the office in a file leaves a trace. */
async function deQuienEs(trx: Transaccion, p: Pick<Peticion, 'titular'>): Promise<DeQuienEs> {
  const version = await versionVigente(trx, p.titular);
  if (!version) throw errores.noEncontrado();
  await auditar(trx, { accion: 'terceros.descargar-reportado', persona: p.titular });
  const { registro } = version;
  return { tipoDocumento: 'NIT', numero: registro.nit, nombre: nombreDe(registro) };
}
