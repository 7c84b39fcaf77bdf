import { z } from 'zod';
import type { Fecha } from '@autogestion/normas/fechas';
import {
  json,
  pagina,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { conNombre, juntas } from '../../interfaz/preguntas/index.ts';
import { estadoConFecha } from '../../rut/index.ts';
import {
  CertificaApi,
  descargarSellado,
  sellarEnElPedido,
  type Documento,
  type EntornoSello,
} from '../../sello/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { leerLibro } from '../libro/index.ts';
import { pagosHechos } from './de-pago.ts';
import { loQueDebe } from './lo-que-debe.ts';
import { paginaCertificado } from './paginas/certificado.tsx';
import { paginaCertificados } from './paginas/certificados.tsx';
import {
  certificadoPorId,
  certificadosDe,
  diaQueNoSirve,
  pedirCertificado,
  type QueCertificado,
} from './pedir.ts';
import { cualPago, DIA, PARA } from './preguntas.ts';

const TITULAR = z.object({ titular: z.string() });
const UNO = z.object({ titular: z.string(), certificado: z.string() });
/** A certificate changes nothing: whoever may look may ask for it. */
const COMUN = { acceso: 'titular', ambito: 'consultar' } as const;

const CertificadoApi = z.object({
  certificado: z.string(),
  titulo: z.string(),
  certifica: CertificaApi.nullable(),
  emitidoEn: z.iso.datetime(),
  sellado: z.boolean(),
});
const PARA_API = z.string().max(60).default('');
const PedidoApi = z.discriminatedUnion('clase', [
  z.object({ clase: z.literal('estado'), al: z.iso.date().optional(), para: PARA_API }),
  z.object({ clase: z.literal('pago'), pago: z.string().describe('De `pagos`'), para: PARA_API }),
  z.object({ clase: z.literal('rut'), para: PARA_API }),
]);

type DelTitular = Peticion<{ titular: string }>;
const baseDe = (p: DelTitular) => `/de/${p.parametros.titular}/obligaciones`;

/** Certificates: asked for, listed, taken away. */
export function rutasCertificados(e: EntornoSello): Ruta[] {
  /** Issued and, in the same request, sealed. */
  async function pedir(p: DelTitular, que: QueCertificado, para: string) {
    const d = await p.enTransaccion((trx) =>
      unaSolaVez(trx, p, () =>
        pedirCertificado(trx, { titular: p.titular, demostracion: e.demostracion, para }, que),
      ),
    );
    await sellarEnElPedido(e, d.id);
    return d.idPublico;
  }
  async function mostrado(
    p: DelTitular,
    mal: Partial<Pick<Parameters<typeof paginaCertificados>[0], 'rechazado' | 'errores' | 'valores'>> = {},
  ): Promise<string> {
    const datos = await p.enTransaccion(async (trx) => {
      const libro = await leerLibro(trx);
      return {
        hoy: trx.hoy,
        debe: loQueDebe(libro, trx.hoy),
        pagos: pagosHechos(libro, trx.hoy),
        estado: (await estadoConFecha(trx, p.titular)).estado,
        emitidos: await certificadosDe(trx, p.titular),
      };
    });
    return paginaCertificados({ ...datos, ...mal, base: baseDe(p) });
  }
  const aEl = (p: DelTitular, id: string) => redirigir(`${baseDe(p)}/certificados/${id}`);
  const deHoy = (p: DelTitular) => p.enTransaccion(async (trx) => trx.hoy);

  const descargar = (p: Peticion<z.output<typeof UNO>>): Promise<Respuesta> =>
    p.enTransaccion(async (trx) => {
      const d = await certificadoPorId(trx, p.titular, p.parametros.certificado);
      return descargarSellado(trx, d, {
        archivos: e.archivos,
        accion: 'obligaciones.descargar-certificado',
        sinSellar: erroresDeObligaciones.certificadoSinSellar,
      });
    });

  return [
    ruta({
      ...COMUN,
      nombre: 'obligaciones.certificados',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/certificados',
      parametros: TITULAR,
      manejar: async (p) => pagina(await mostrado(p)),
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.certificar-estado',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/certificados/estado',
      parametros: TITULAR,
      porMinuto: 30,
      cuerpo: juntas({
        al: { nombre: '', pregunta: DIA },
        para: { nombre: '', pregunta: PARA },
      }).esquema,
      invalido: (p, errores) => mostrado(p, { rechazado: 'estado', errores, valores: p.escrito }),
      async manejar(p) {
        const { al, para } = p.cuerpo;
        return diaQueNoSirve(al, await deHoy(p)) ?? aEl(p, await pedir(p, { clase: 'estado', al }, para));
      },
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.certificar-pago',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/certificados/pago',
      parametros: TITULAR,
      porMinuto: 30,
      cuerpo: conNombre('pago', cualPago()),
      invalido: (p, errores) => mostrado(p, { rechazado: 'pago', errores, valores: p.escrito }),
      manejar: async (p) => aEl(p, await pedir(p, { clase: 'pago', pago: p.cuerpo.pago }, '')),
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.certificar-rut',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/certificados/rut',
      parametros: TITULAR,
      porMinuto: 30,
      manejar: async (p) => aEl(p, await pedir(p, { clase: 'rut' }, '')),
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.ver-certificado',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/certificados/:certificado',
      parametros: UNO,
      async manejar(p) {
        const d = await p.enTransaccion((trx) => certificadoPorId(trx, p.titular, p.parametros.certificado));
        return pagina(paginaCertificado({ d, base: baseDe(p) }));
      },
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.descargar-certificado',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/certificados/:certificado/pdf',
      parametros: UNO,
      manejar: descargar,
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.api-certificados',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/obligaciones/certificados',
      parametros: TITULAR,
      api: {
        resumen: 'Los certificados expedidos, y los pagos de los que se puede pedir uno',
        etiqueta: 'Obligaciones',
        respuestas: {
          200: z.object({
            certificados: z.array(CertificadoApi),
            pagos: z.array(z.object({ pago: z.string(), dia: z.iso.date(), valor: z.int(), de: z.string() })),
          }),
        },
      },
      async manejar(p) {
        return p.enTransaccion(async (trx) => ({
          ...json({
            certificados: (await certificadosDe(trx, p.titular)).map(enApi),
            pagos: pagosHechos(await leerLibro(trx), trx.hoy).map(({ id, dia, valor, de }) => ({
              pago: id,
              dia,
              valor: Number(valor),
              de,
            })),
          }),
        }));
      },
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.api-certificar',
      metodo: 'POST',
      camino: '/api/v1/de/:titular/obligaciones/certificados',
      parametros: TITULAR,
      porMinuto: 60,
      cuerpo: PedidoApi,
      api: {
        resumen: 'Expide un certificado',
        etiqueta: 'Obligaciones',
        descripcion:
          'De lo que se debe en un día (hoy si no se dice), que es un paz y salvo solo si no se debe un peso; de un pago; o de estar en el RUT. El PDF casi siempre está listo con la respuesta (`sellado`).',
        respuestas: { 201: CertificadoApi },
      },
      async manejar(p) {
        const hoy = await deHoy(p);
        const { para, ...que } = pedidoDe(p.cuerpo, hoy);
        const mal = que.clase === 'estado' ? diaQueNoSirve(que.al, hoy) : undefined;
        if (mal) return mal;
        const id = await pedir(p, que, para);
        return json(enApi(await p.enTransaccion((trx) => certificadoPorId(trx, p.titular, id))), 201);
      },
    }),
    ruta({
      ...COMUN,
      nombre: 'obligaciones.api-descargar-certificado',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/obligaciones/certificados/:certificado',
      parametros: UNO,
      api: {
        resumen: 'Descarga un certificado sellado',
        etiqueta: 'Obligaciones',
        respuestas: { 200: 'application/pdf' },
      },
      manejar: descargar,
    }),
  ];
}

const pedidoDe = (c: z.output<typeof PedidoApi>, hoy: Fecha): QueCertificado & { para: string } =>
  c.clase === 'estado' ? { ...c, al: (c.al ?? hoy) as Fecha } : c;

const enApi = (d: Documento) => ({
  certificado: d.idPublico,
  titulo: d.publico.titulo,
  certifica: d.publico.certifica ?? null,
  emitidoEn: d.emitidoEn.toISOString(),
  sellado: d.sellado !== undefined,
});
