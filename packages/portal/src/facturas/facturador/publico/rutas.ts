import { obligacionDeFacturar, OCUPACIONES, type Ocupacion } from '@autogestion/normas/factura';
import { definidos } from '@autogestion/normas/definidos';
import { anioDe } from '@autogestion/normas/fechas';
import { z } from 'zod';
import {
  json,
  pagina,
  redirigir,
  ruta,
  type Claves,
  type Reloj,
  type Ruta,
} from '../../../plataforma/index.ts';
import { ES_FACTURADOR, ESTOY_OBLIGADO } from '../direcciones.ts';
import { erroresDelFacturador } from '../errores.ts';
import { abrirNit, consultarFacturador, sellarNit } from './consultar-facturador.ts';
import { paginaFacturador, paginaObligado } from './paginas.tsx';
import { hechosDeLoRespondido, loQueObliga, NIT } from './preguntas.ts';

const FacturadorApi = z.object({
  nit: z.string(),
  dv: z.int(),
  nombre: z.string(),
  estado: z.enum(['activo', 'suspendido', 'cancelado']).describe('Del RUT'),
  es: z.boolean(),
  desde: z.iso.date().nullable(),
  habilitadoEl: z.iso.date().nullable().describe('Con el set de pruebas de esta oficina'),
  documentos: z.array(z.string()).describe('Para los que tiene numeración vigente'),
});
const ObligadoApi = z.object({
  estado: z.enum(['obligado', 'no-obligado', 'no-se-sabe']),
  razones: z.array(
    z.object({
      id: z.string(),
      hacia: z.enum(['obliga', 'no-obliga', 'falta']),
      frase: z.string(),
      articulo: z.string(),
    }),
  ),
});
const PESOS = z.int().min(0);
const HechosApi = z.strictObject({
  persona: z.enum(['natural', 'juridica']),
  ocupacion: z.enum(Object.keys(OCUPACIONES) as [Ocupacion, ...Ocupacion[]]),
  enElSimple: z.boolean().optional(),
  responsableIva: z.boolean().optional(),
  responsableConsumo: z.boolean().optional(),
  soloExcluidos: z.boolean().optional(),
  ingresosDelAnioAnterior: PESOS.optional(),
  ingresosDelAnio: PESOS.optional(),
});

/** What anybody may ask of invoicing: whether a NIT does, and whether they must. */
export function rutasPublicasDelFacturador({ claves, reloj }: { claves: Claves; reloj: Reloj }): Ruta[] {
  const anio = () => anioDe(reloj.hoy());
  return [
    ruta({
      nombre: 'facturas.consultar-facturador',
      metodo: 'GET',
      camino: ES_FACTURADOR,
      acceso: 'publico',
      manejar: async () => pagina(paginaFacturador({})),
    }),
    ruta({
      nombre: 'facturas.buscar-facturador',
      metodo: 'POST',
      camino: ES_FACTURADOR,
      acceso: 'publico',
      porMinuto: 20,
      cuerpo: NIT.esquema,
      invalido: async (p, errores) => paginaFacturador({ valores: p.escrito, errores }),
      manejar: async (p) => redirigir(`${ES_FACTURADOR}/${sellarNit(claves, p.cuerpo)}`),
    }),
    ruta({
      nombre: 'facturas.facturador-hallado',
      metodo: 'GET',
      camino: `${ES_FACTURADOR}/:consulta`,
      acceso: 'publico',
      porMinuto: 60,
      parametros: z.object({ consulta: z.string() }),
      async manejar(p) {
        const nit = abrirNit(claves, p.parametros.consulta);
        if (nit === undefined) return redirigir(ES_FACTURADOR);
        const hallado = await p.enTransaccion((trx) => consultarFacturador(trx, nit));
        return pagina(paginaFacturador({ valores: { nit }, hallado: hallado ?? null }));
      },
    }),
    ruta({
      nombre: 'facturas.api-facturador',
      metodo: 'POST',
      camino: '/api/v1/facturacion/facturador',
      acceso: 'publico',
      porMinuto: 20,
      cuerpo: NIT.esquema,
      api: {
        resumen: 'Si un NIT es facturador electrónico',
        etiqueta: 'Facturación electrónica',
        descripcion: 'Es POST para que el NIT no quede en direcciones ni registros.',
        respuestas: { 200: FacturadorApi },
      },
      async manejar(p) {
        const f = await p.enTransaccion((trx) => consultarFacturador(trx, p.cuerpo));
        if (!f) throw erroresDelFacturador.noFacturador();
        return json({ ...f, desde: f.desde ?? null, habilitadoEl: f.habilitadoEl ?? null });
      },
    }),
    ruta({
      nombre: 'facturas.estoy-obligado',
      metodo: 'GET',
      camino: ESTOY_OBLIGADO,
      acceso: 'publico',
      manejar: async (p) => pagina(paginaObligado({ anio: anio(), valores: p.escrito })),
    }),
    ruta({
      nombre: 'facturas.ver-si-estoy-obligado',
      metodo: 'POST',
      camino: ESTOY_OBLIGADO,
      acceso: 'publico',
      porMinuto: 60,
      cuerpo: loQueObliga(anio()).esquema,
      invalido: async (p, errores) => paginaObligado({ anio: anio(), valores: p.escrito, errores }),
      manejar: async (p) =>
        pagina(
          paginaObligado({
            anio: anio(),
            valores: p.escrito,
            respuesta: obligacionDeFacturar(hechosDeLoRespondido(p.cuerpo, anio())),
          }),
        ),
    }),
    ruta({
      nombre: 'facturas.api-estoy-obligado',
      metodo: 'POST',
      camino: '/api/v1/facturacion/obligado',
      acceso: 'publico',
      porMinuto: 60,
      cuerpo: HechosApi,
      api: {
        resumen:
          'Si alguien debe facturar electrónicamente, con cada razón (ET 615 y 616-1; DUR 1.6.1.4.2 y 1.6.1.4.3)',
        etiqueta: 'Facturación electrónica',
        descripcion: 'No pide cuenta y no guarda nada. Lo que no se dice no se sabe, y no cuenta como un no.',
        respuestas: { 200: ObligadoApi },
      },
      async manejar(p) {
        const { ingresosDelAnioAnterior: anterior, ingresosDelAnio: actual, ...hechos } = p.cuerpo;
        return json(
          obligacionDeFacturar({
            ...definidos(hechos),
            persona: hechos.persona,
            ocupacion: hechos.ocupacion,
            anio: anio(),
            ...definidos({
              ingresosDelAnioAnterior: anterior === undefined ? undefined : BigInt(anterior),
              ingresosDelAnio: actual === undefined ? undefined : BigInt(actual),
            }),
          }),
        );
      },
    }),
  ];
}
