import { deCentavos } from '@autogestion/normas/factura';
import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import {
  auditar,
  enCsv,
  errores,
  FORMA_UUID,
  json,
  pagina,
  ruta,
  type Archivos,
  type EnTransaccion,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { consultarDocumento, nombreDelTipo } from '../consulta/index.ts';
import { comprasParaRenta } from './compras-para-renta.ts';
import {
  EN_UN_ARCHIVO,
  miDocumento,
  misFacturas,
  POR_PAGINA,
  totalesPorMes,
  type Filtro,
} from './consultas.ts';
import { BASE } from './direcciones.ts';
import { paginaMiFactura, paginaMisFacturas, paginaUnoPorCiento } from './paginas.tsx';

const TITULAR = z.object({ titular: z.string() });
const UNA = z.object({ titular: z.string(), factura: z.string().regex(FORMA_UUID) });

/** What is not well written is as if it was not: a filter is not a form that somebody fills. */
const CONSULTA = z.object({
  papel: z.enum(['compras', 'ventas']).catch('compras'),
  anio: z.coerce.number().int().min(2019).max(2100).optional().catch(undefined),
  mes: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  numero: z.string().trim().max(60).optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
});
type Consulta = z.output<typeof CONSULTA>;

/** Years that are looked back to. */
const ANIOS = 6;
const aniosHasta = (hoy: Fecha): number[] => Array.from({ length: ANIOS }, (_, i) => anioDe(hoy) - i);

const filtroDe = (q: Consulta, hoy: Fecha): Filtro => ({
  papel: q.papel,
  anio: q.anio ?? anioDe(hoy),
  ...(q.mes !== undefined && { mes: q.mes }),
  ...(q.numero !== undefined && q.numero !== '' && { numero: q.numero }),
});

const IMPORTE = z.string().describe('Con dos decimales');
const FacturaApi = z.object({
  factura: z.string(),
  tipo: z.string(),
  numero: z.string(),
  codigo: z.string(),
  fecha: z.iso.date(),
  con: z.object({ nombre: z.string(), numero: z.string() }),
  pruebas: z.boolean(),
  moneda: z.string(),
  bruto: IMPORTE,
  impuestos: IMPORTE,
  total: IMPORTE,
});
const UnoPorCientoApi = z.object({
  anio: z.int(),
  suma: z.int().describe('Pesos, antes de impuestos'),
  deduccion: z.int().nullable(),
  tope: z.int().nullable(),
  compras: z.array(
    z.object({
      factura: z.string(),
      numero: z.string(),
      fecha: z.iso.date(),
      cuenta: IMPORTE,
      razones: z.array(z.object({ id: z.string(), frase: z.string(), articulo: z.string() })),
    }),
  ),
});

/** What a taxpayer issued and received, what each month came to, and what of it counts for their income tax. */
export function rutasDeMias(e: { archivos: Archivos; comoPropietario: EnTransaccion }): Ruta[] {
  const comun = { acceso: 'titular', parametros: TITULAR, consulta: CONSULTA } as const;
  const deUna = { acceso: 'titular', parametros: UNA } as const;
  type DeUna = Peticion<z.output<typeof UNA>>;
  const original = async (p: DeUna) => {
    // Row-level security says whether it is of theirs; its file is of whoever delivered it.
    const { archivo, numero } = await p.enTransaccion(async (trx) => {
      const d = await miDocumento(trx, p.parametros.factura);
      await auditar(trx, {
        accion: 'facturas.descargar-original',
        objeto: `documento:${p.parametros.factura}`,
      });
      return d;
    });
    const { contenido } = await e.comoPropietario(p.actor, (trx) => e.archivos.leer(trx, archivo));
    return {
      tipo: 'archivo' as const,
      contenido,
      media: 'application/xml',
      nombre: `${numero.replace(/[^0-9A-Za-z]/g, '')}.xml`,
    };
  };
  return [
    ruta({
      ...comun,
      nombre: 'facturas.mias',
      metodo: 'GET',
      camino: BASE,
      async manejar(p) {
        const { titular } = p.parametros;
        const datos = await p.enTransaccion(async (trx) => {
          const filtro = filtroDe(p.consulta, trx.hoy);
          const desde = (p.consulta.pagina - 1) * POR_PAGINA;
          return {
            filtro,
            anios: aniosHasta(trx.hoy),
            ...(await misFacturas(trx, filtro, { desde, cuantas: POR_PAGINA })),
            meses: await totalesPorMes(trx, filtro.anio),
          };
        });
        return pagina(paginaMisFacturas({ titular, pagina: p.consulta.pagina, ...datos }));
      },
    }),
    ruta({
      ...comun,
      nombre: 'facturas.descargar-mias',
      metodo: 'GET',
      camino: `${BASE}/facturas.csv`,
      porMinuto: 20,
      async manejar(p) {
        const { filtro, facturas } = await p.enTransaccion(async (trx) => {
          const f = filtroDe(p.consulta, trx.hoy);
          return { filtro: f, ...(await misFacturas(trx, f, { desde: 0, cuantas: EN_UN_ARCHIVO })) };
        });
        const filas = facturas.map((f) => [
          nombreDelTipo(f.tipo),
          f.numero,
          f.fecha,
          f.otro.nombre,
          f.otro.numero,
          f.moneda,
          deCentavos(f.bruto),
          deCentavos(f.impuestos),
          deCentavos(f.total),
          f.pruebas ? 'Sí' : 'No',
          f.codigo,
        ]);
        const cabezas =
          'Documento;Número;Fecha;Con quién;Su NIT o documento;Moneda;Antes de impuestos;Impuestos;Total;De prueba;CUFE o CUDE';
        return {
          tipo: 'archivo',
          contenido: Buffer.from(enCsv([cabezas.split(';'), ...filas])),
          media: 'text/csv; charset=utf-8',
          nombre: `${filtro.papel}-${filtro.anio}.csv`,
        };
      },
    }),
    ruta({
      ...comun,
      nombre: 'facturas.uno-por-ciento',
      metodo: 'GET',
      camino: `${BASE}/uno-por-ciento`,
      async manejar(p) {
        const datos = await p.enTransaccion(async (trx) => ({
          anios: aniosHasta(trx.hoy),
          u: await comprasParaRenta(trx, p.consulta.anio ?? anioDe(trx.hoy)),
        }));
        return pagina(paginaUnoPorCiento({ titular: p.parametros.titular, ...datos }));
      },
    }),
    ruta({
      ...deUna,
      nombre: 'facturas.ver-mia',
      metodo: 'GET',
      camino: `${BASE}/ver/:factura`,
      async manejar(p) {
        const { titular, factura } = p.parametros;
        return p.enTransaccion(async (trx) => {
          const { codigo } = await miDocumento(trx, factura);
          const d = await consultarDocumento(trx, { codigo, adquirente: '' });
          if (!d) throw errores.noEncontrado();
          return pagina(paginaMiFactura({ titular, id: factura, d, conOriginal: true }));
        });
      },
    }),
    ruta({
      ...deUna,
      nombre: 'facturas.descargar-original',
      metodo: 'GET',
      camino: `${BASE}/ver/:factura/original.xml`,
      porMinuto: 60,
      manejar: original,
    }),
    ruta({
      ...comun,
      nombre: 'facturas.api-mias',
      metodo: 'GET',
      camino: `/api/v1${BASE}`,
      api: {
        resumen: 'Las facturas electrónicas de una persona: compras o ventas de un año o un mes',
        etiqueta: 'Facturación electrónica',
        descripcion: `De ${POR_PAGINA} en ${POR_PAGINA}, las más nuevas primero: \`?papel=compras&anio=2026&mes=3&pagina=1\`.`,
        respuestas: { 200: z.object({ total: z.int(), facturas: z.array(FacturaApi) }) },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const desde = (p.consulta.pagina - 1) * POR_PAGINA;
          const filtro = filtroDe(p.consulta, trx.hoy);
          const { total, facturas } = await misFacturas(trx, filtro, { desde, cuantas: POR_PAGINA });
          return json({
            total,
            facturas: facturas.map(({ id, otro, bruto, impuestos, total: suma, ...f }) => ({
              factura: id,
              ...f,
              con: otro,
              bruto: deCentavos(bruto),
              impuestos: deCentavos(impuestos),
              total: deCentavos(suma),
            })),
          });
        }),
    }),
    ruta({
      ...comun,
      nombre: 'facturas.api-uno-por-ciento',
      metodo: 'GET',
      camino: `/api/v1${BASE}/uno-por-ciento`,
      api: {
        resumen:
          'Las compras de un año que cuentan para el 1 % de la renta (ET 336 num. 5), y por qué no las demás',
        etiqueta: 'Facturación electrónica',
        respuestas: { 200: UnoPorCientoApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const u = await comprasParaRenta(trx, p.consulta.anio ?? anioDe(trx.hoy));
          return json({
            anio: u.anio,
            suma: Number(u.suma),
            deduccion: u.deduccion === undefined ? null : Number(u.deduccion),
            tope: u.tope === undefined ? null : Number(u.tope),
            compras: u.compras.map(({ compra, cuenta, razones }) => ({
              factura: compra.id,
              numero: compra.numero,
              fecha: compra.fecha,
              cuenta: deCentavos(cuenta),
              razones,
            })),
          });
        }),
    }),
  ];
}
