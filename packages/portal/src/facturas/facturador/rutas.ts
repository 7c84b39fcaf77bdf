import type { Aparte } from '@autogestion/documentos';
import { MODALIDADES_DE_NUMERACION, type ModalidadDeNumeracion } from '@autogestion/normas/factura';
import { RESPONSABILIDAD_FACTURADOR } from '@autogestion/normas/rut';
import { z } from 'zod';
import { actoPorId, documentoDelActo, rutasParaFirmar, type EntornoFirma } from '../../firma/index.ts';
import {
  json,
  pagina,
  puede,
  rechazo,
  redirigir,
  ruta,
  unaSolaVez,
  type Archivos,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { versionesDe } from '../../rut/index.ts';
import { descargarSellado, documentoDeClave } from '../../sello/index.ts';
import { HabilitacionApi, habilitacionEnJson, NumeracionApi, numeracionEnJson } from './api.ts';
import { BASE, deFacturador, deRango, deSet, RANGO, SET } from './direcciones.ts';
import { erroresDelFacturador } from './errores.ts';
import {
  aceptadosDelSet,
  documentosDelSet,
  habilitacionDe,
  ultimaHabilitacion,
} from './habilitacion/consultas.ts';
import { empezarHabilitacion, loQueDiceElRut } from './habilitacion/empezar-habilitacion.ts';
import {
  ARCHIVOS_POR_ENTREGA,
  BYTES_POR_ARCHIVO,
  entregarDocumentos,
  varaDe,
} from './habilitacion/entregar-documentos.ts';
import { documentoDeEjemplo, EJEMPLOS } from './habilitacion/ejemplos.ts';
import { habilitar, loQueSeFirmaDelSet } from './habilitacion/habilitar.ts';
import { rangoDe, rangosDe, softwareDe } from './numeracion/consultas.ts';
import { claveDelFormato } from './numeracion/formato-1876.ts';
import {
  autorizarNumeracion,
  exigirFacturador,
  inhabilitarRango,
  loQueSeFirmaDelRango,
  mostrarClave,
  pedirNumeracion,
} from './numeracion/pedir-numeracion.ts';
import { paginaFacturador, type LoDelFacturador } from './paginas/facturador.tsx';
import { paginaPedirNumeracion, paginaRango } from './paginas/numeracion.tsx';
import { paginaHabilitado, paginaSet } from './paginas/set.tsx';
import { loQueSePide, SOFTWARE } from './preguntas.ts';
import { abrirSecreto } from './secretos.ts';
import { registrarSoftware } from './software.ts';

const TITULAR = z.object({ titular: z.string() });
const PUBLICO = z.string().regex(/^[0-9a-z]{26}$/);
const DE_SET = z.object({ titular: z.string(), habilitacion: PUBLICO });
const DE_RANGO = z.object({ titular: z.string(), rango: PUBLICO });
type DelTitular = Peticion<z.output<typeof TITULAR>>;
type DelSet = Peticion<z.output<typeof DE_SET>>;
type DelRango = Peticion<z.output<typeof DE_RANGO>>;

export interface EntornoDelFacturador extends EntornoFirma {
  archivos: Archivos;
  aparte: Aparte;
}

const SIN_ARCHIVOS = 'Elija los archivos XML que hizo su software.';

const alcanceDe = (p: { actor: Peticion['actor']; titular: string }) =>
  puede(p.actor, p.titular, 'firmar')
    ? 'firma'
    : puede(p.actor, p.titular, 'preparar')
      ? 'prepara'
      : 'consulta';

/** Becoming an electronic invoicer, with a test set that no official looks at, and the numbers that one may use. */
export function rutasDelFacturador(e: EntornoDelFacturador): Ruta[] {
  const comun = { acceso: 'titular', parametros: TITULAR } as const;
  const deUnSet = { acceso: 'titular', parametros: DE_SET } as const;
  const deUnRango = { acceso: 'titular', parametros: DE_RANGO } as const;

  async function inicio(
    p: DelTitular,
    mal: Pick<Parameters<typeof paginaFacturador>[0], 'errores' | 'valores'> = {},
  ) {
    const datos = await p.enTransaccion(async (trx): Promise<LoDelFacturador> => {
      const { version, evaluacion } = await loQueDiceElRut(trx);
      return {
        titular: p.parametros.titular,
        hoy: trx.hoy,
        es: version.registro.clasificacion.responsabilidades.includes(RESPONSABILIDAD_FACTURADOR),
        evaluacion,
        habilitacion: await ultimaHabilitacion(trx),
        rangos: await rangosDe(trx),
        software: await softwareDe(trx),
        alcance: alcanceDe(p),
      };
    });
    return paginaFacturador({ ...datos, ...mal });
  }

  const empezar = (p: DelTitular, software: string) =>
    p.enTransaccion((trx) =>
      unaSolaVez(trx, p, async () => (await empezarHabilitacion(trx, e.claves, { software })).idPublico),
    );

  async function elSet(p: DelSet, errores: Record<string, string> = {}) {
    const { titular, habilitacion: publico } = p.parametros;
    return p.enTransaccion(async (trx) => {
      const habilitacion = await habilitacionDe(trx, publico);
      const documentos = await documentosDelSet(trx, habilitacion.id);
      const { hecha } = habilitacion;
      if (hecha) {
        const acto = await actoPorId(trx, hecha.acto);
        const suya = (await versionesDe(trx, p.titular)).find((v) => v.id === hecha.version);
        if (!acto || !suya) throw new Error('A set that was carried out has its act and its version');
        const documento = await documentoDelActo(trx, p.titular, hecha.acto);
        return paginaHabilitado({
          titular,
          habilitacion,
          documentos,
          radicado: acto.radicado,
          sellado: documento?.sellado !== undefined,
          version: suya.numero,
        });
      }
      const aceptados = await aceptadosDelSet(trx, habilitacion.id);
      return paginaSet({
        titular,
        habilitacion,
        documentos,
        pin: (await varaDe(trx, e.claves, habilitacion)).pin,
        aceptados: aceptados.map((a) => a.clase),
        alcance: alcanceDe(p),
        conEjemplos: e.demostracion,
        errores,
      });
    });
  }

  async function pedida(
    p: DelTitular,
    mal: { valores?: typeof p.escrito; errores?: Record<string, string> } = {},
  ) {
    return p.enTransaccion(async (trx) => {
      await exigirFacturador(trx);
      return paginaPedirNumeracion({
        titular: p.parametros.titular,
        software: await softwareDe(trx),
        ...mal,
      });
    });
  }

  async function elRango(trx: Transaccion, p: DelRango, clave?: string) {
    const rango = await rangoDe(trx, p.parametros.rango);
    const documento = await documentoDeClave(trx, p.titular, claveDelFormato(rango.idPublico));
    return paginaRango({
      titular: p.parametros.titular,
      rango,
      hoy: trx.hoy,
      alcance: alcanceDe(p),
      sellado: documento?.sellado !== undefined,
      ...(clave !== undefined && { clave }),
    });
  }

  const verClave = (p: DelRango) =>
    p.enTransaccion(async (trx) => {
      const { rango, clave } = await mostrarClave(trx, p.parametros.rango);
      return abrirSecreto(e.claves, 'clave-tecnica', rango.idPublico, clave);
    });

  return [
    ruta({
      ...comun,
      nombre: 'facturas.facturador',
      metodo: 'GET',
      camino: BASE,
      manejar: async (p) => pagina(await inicio(p)),
    }),
    ruta({
      ...comun,
      nombre: 'facturas.empezar-habilitacion',
      metodo: 'POST',
      camino: `${BASE}/habilitacion`,
      ambito: 'preparar',
      porMinuto: 20,
      cuerpo: SOFTWARE.esquema,
      invalido: (p, errores) => inicio(p, { errores, valores: p.escrito }),
      manejar: async (p) => redirigir(deSet(p.parametros.titular, await empezar(p, p.cuerpo))),
    }),
    ruta({
      ...comun,
      nombre: 'facturas.registrar-software',
      metodo: 'POST',
      camino: `${BASE}/software`,
      ambito: 'preparar',
      porMinuto: 20,
      cuerpo: SOFTWARE.esquema,
      invalido: (p, errores) => pedida(p, { errores, valores: p.escrito }),
      async manejar(p) {
        await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            await exigirFacturador(trx);
            return registrarSoftware(trx, e.claves, p.cuerpo);
          }),
        );
        return redirigir(`${deFacturador(p.parametros.titular)}/numeracion`);
      },
    }),
    ruta({
      ...deUnSet,
      nombre: 'facturas.set',
      metodo: 'GET',
      camino: SET,
      manejar: async (p) => pagina(await elSet(p)),
    }),
    ruta({
      ...deUnSet,
      nombre: 'facturas.entregar-documentos-de-prueba',
      metodo: 'POST',
      camino: `${SET}/documentos`,
      ambito: 'preparar',
      porMinuto: 20,
      multiparte: true,
      archivos: ARCHIVOS_POR_ENTREGA,
      maximo: BYTES_POR_ARCHIVO,
      invalido: (p, errores) => elSet(p, errores),
      async manejar(p) {
        if (p.archivos.length === 0) return rechazo({ documentos: SIN_ARCHIVOS });
        await entregarDocumentos(
          { ...e, enTransaccion: p.enTransaccion },
          p.parametros.habilitacion,
          p.archivos,
        );
        return redirigir(deSet(p.parametros.titular, p.parametros.habilitacion));
      },
    }),
    ruta({
      ...deUnSet,
      nombre: 'facturas.descargar-habilitacion',
      metodo: 'GET',
      camino: `${SET}/pdf`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { hecha } = await habilitacionDe(trx, p.parametros.habilitacion);
          return descargarSellado(trx, await documentoDelActo(trx, p.titular, hecha?.acto), {
            archivos: e.archivos,
            accion: 'facturas.descargar-habilitacion',
            sinSellar: erroresDelFacturador.pdfSinHacer,
          });
        }),
    }),
    ...(e.demostracion
      ? [
          ruta({
            acceso: 'titular',
            parametros: DE_SET.extend({ ejemplo: z.enum(EJEMPLOS) }),
            nombre: 'facturas.descargar-ejemplo',
            metodo: 'GET',
            camino: `${SET}/ejemplos/:ejemplo`,
            porMinuto: 20,
            async manejar(p) {
              const de = await p.enTransaccion(async (trx) => {
                const habilitacion = await habilitacionDe(trx, p.parametros.habilitacion);
                const { version } = await loQueDiceElRut(trx);
                const { pin } = await varaDe(trx, e.claves, habilitacion);
                return { registro: version.registro, habilitacion, pin };
              });
              const { nombre, xml } = await documentoDeEjemplo(p.parametros.ejemplo, de);
              return { tipo: 'archivo', contenido: Buffer.from(xml), media: 'application/xml', nombre };
            },
          }),
        ]
      : []),
    ...rutasParaFirmar(e, {
      nombre: 'facturas.firmar-habilitacion',
      camino: `${SET}/firmar`,
      acceso: 'titular',
      parametros: DE_SET,
      cargar: (trx, p) => loQueSeFirmaDelSet(trx, p.parametros.habilitacion),
      alFirmar: (trx, acto) => habilitar(trx, acto),
      despues: (_, p) => deSet(p.parametros.titular, p.parametros.habilitacion),
    }),
    ruta({
      ...comun,
      nombre: 'facturas.numeracion',
      metodo: 'GET',
      camino: `${BASE}/numeracion`,
      ambito: 'preparar',
      manejar: async (p) => pagina(await pedida(p)),
    }),
    ruta({
      ...comun,
      nombre: 'facturas.pedir-numeracion',
      metodo: 'POST',
      camino: `${BASE}/numeracion`,
      ambito: 'preparar',
      porMinuto: 30,
      cuerpo: loQueSePide([]).esquema,
      invalido: (p, errores) => pedida(p, { errores, valores: p.escrito }),
      async manejar(p) {
        const { desde, hasta, ...resto } = p.cuerpo;
        const pedido = await p.enTransaccion((trx) =>
          pedirNumeracion(trx, { ...resto, desde: BigInt(desde), hasta: BigInt(hasta) }),
        );
        if (typeof pedido !== 'string') return pedido;
        const suyo = deRango(p.parametros.titular, pedido);
        return redirigir(alcanceDe(p) === 'firma' ? `${suyo}/firmar` : suyo);
      },
    }),
    ruta({
      ...deUnRango,
      nombre: 'facturas.rango',
      metodo: 'GET',
      camino: RANGO,
      manejar: async (p) => pagina(await p.enTransaccion((trx) => elRango(trx, p))),
    }),
    ruta({
      ...deUnRango,
      nombre: 'facturas.descargar-numeracion',
      metodo: 'GET',
      camino: `${RANGO}/pdf`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const r = await rangoDe(trx, p.parametros.rango);
          const documento =
            r.autorizado && (await documentoDeClave(trx, p.titular, claveDelFormato(r.idPublico)));
          return descargarSellado(trx, documento, {
            archivos: e.archivos,
            accion: 'facturas.descargar-numeracion',
            sinSellar: erroresDelFacturador.pdfSinHacer,
          });
        }),
    }),
    ...rutasParaFirmar(e, {
      nombre: 'facturas.firmar-numeracion',
      camino: `${RANGO}/firmar`,
      acceso: 'titular',
      parametros: DE_RANGO,
      cargar: (trx, p) => loQueSeFirmaDelRango(trx, p.parametros.rango),
      alFirmar: (trx, acto) => autorizarNumeracion(trx, e, acto),
      despues: (_, p) => deRango(p.parametros.titular, p.parametros.rango),
    }),
    ruta({
      ...deUnRango,
      nombre: 'facturas.ver-clave-tecnica',
      metodo: 'POST',
      camino: `${RANGO}/clave`,
      porMinuto: 10,
      // It is told in the answer itself and in no address: going back does not bring it again.
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { rango, clave } = await mostrarClave(trx, p.parametros.rango);
          return pagina(
            await elRango(trx, p, abrirSecreto(e.claves, 'clave-tecnica', rango.idPublico, clave)),
          );
        }),
    }),
    ruta({
      ...deUnRango,
      nombre: 'facturas.inhabilitar-numeracion',
      metodo: 'POST',
      camino: `${RANGO}/inhabilitar`,
      porMinuto: 10,
      async manejar(p) {
        await p.enTransaccion((trx) => inhabilitarRango(trx, p.parametros.rango));
        return redirigir(deRango(p.parametros.titular, p.parametros.rango));
      },
    }),
    ruta({
      ...comun,
      nombre: 'facturas.api-empezar-habilitacion',
      metodo: 'POST',
      camino: `/api/v1${BASE}/habilitaciones`,
      ambito: 'preparar',
      porMinuto: 20,
      cuerpo: z.object({ software: z.string().trim().min(1).max(60) }),
      api: {
        resumen: 'Empieza la habilitación como facturador electrónico, o da la que está abierta',
        etiqueta: 'Facturación electrónica',
        idempotente: true,
        descripcion:
          'Da con qué se hacen los documentos de prueba: el software, su PIN y el rango público de pruebas.',
        respuestas: { 201: HabilitacionApi },
      },
      async manejar(p) {
        const publico = await empezar(p, p.cuerpo.software);
        return json(await p.enTransaccion((trx) => habilitacionEnJson(trx, e, publico)), 201);
      },
    }),
    ruta({
      ...deUnSet,
      nombre: 'facturas.api-habilitacion',
      metodo: 'GET',
      camino: `/api/v1${BASE}/habilitaciones/:habilitacion`,
      api: {
        resumen: 'Una habilitación: lo que va del set de pruebas y el veredicto de cada documento',
        etiqueta: 'Facturación electrónica',
        respuestas: { 200: HabilitacionApi },
      },
      manejar: async (p) =>
        json(await p.enTransaccion((trx) => habilitacionEnJson(trx, e, p.parametros.habilitacion))),
    }),
    ruta({
      ...deUnSet,
      nombre: 'facturas.api-entregar-documentos-de-prueba',
      metodo: 'POST',
      camino: `/api/v1${BASE}/habilitaciones/:habilitacion/documentos`,
      ambito: 'preparar',
      porMinuto: 60,
      multiparte: true,
      archivos: ARCHIVOS_POR_ENTREGA,
      maximo: BYTES_POR_ARCHIVO,
      api: {
        resumen: 'Entrega documentos al set de pruebas y dice cómo salió cada uno',
        etiqueta: 'Facturación electrónica',
        descripcion: `Van como \`multipart/form-data\`, hasta ${ARCHIVOS_POR_ENTREGA} archivos XML. El mismo documento otra vez es el mismo. Cuando el set está completo, \`firmar\` es la dirección en que la persona lo firma: al hacerlo su RUT dice el código 52.`,
        respuestas: { 200: HabilitacionApi },
      },
      async manejar(p) {
        const { habilitacion } = p.parametros;
        if (p.archivos.length === 0)
          return rechazo(
            { documentos: SIN_ARCHIVOS },
            { codigo: 'facturas.sin-archivos', mensaje: SIN_ARCHIVOS },
          );
        await entregarDocumentos({ ...e, enTransaccion: p.enTransaccion }, habilitacion, p.archivos);
        return json(await p.enTransaccion((trx) => habilitacionEnJson(trx, e, habilitacion)));
      },
    }),
    ruta({
      ...comun,
      nombre: 'facturas.api-numeraciones',
      metodo: 'GET',
      camino: `/api/v1${BASE}/numeraciones`,
      api: {
        resumen: 'La numeración de facturación: pedida y autorizada',
        etiqueta: 'Facturación electrónica',
        respuestas: { 200: z.object({ numeraciones: z.array(NumeracionApi) }) },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) =>
          json({
            numeraciones: (await rangosDe(trx)).map((r) =>
              numeracionEnJson(r, trx.hoy, e.urlPublica, p.parametros.titular),
            ),
          }),
        ),
    }),
    ruta({
      ...comun,
      nombre: 'facturas.api-pedir-numeracion',
      metodo: 'POST',
      camino: `/api/v1${BASE}/numeraciones`,
      ambito: 'preparar',
      porMinuto: 30,
      cuerpo: z.strictObject({
        modalidad: z.enum(
          Object.keys(MODALIDADES_DE_NUMERACION) as [ModalidadDeNumeracion, ...ModalidadDeNumeracion[]],
        ),
        prefijo: z.string().max(20).default(''),
        desde: z.int().min(0),
        hasta: z.int().min(0),
      }),
      api: {
        resumen: 'Pide numeración (formato 1302), para que la persona la firme',
        etiqueta: 'Facturación electrónica',
        descripcion: 'La usa el último software registrado. Al firmar sale la autorización (formato 1876).',
        respuestas: { 201: NumeracionApi },
      },
      async manejar(p) {
        const { prefijo, desde, hasta, modalidad } = p.cuerpo;
        const pedido = await p.enTransaccion((trx) =>
          pedirNumeracion(trx, {
            modalidad,
            prefijo: prefijo.toUpperCase(),
            desde: BigInt(desde),
            hasta: BigInt(hasta),
          }),
        );
        if (typeof pedido !== 'string') return pedido;
        return p.enTransaccion(async (trx) =>
          json(
            numeracionEnJson(await rangoDe(trx, pedido), trx.hoy, e.urlPublica, p.parametros.titular),
            201,
          ),
        );
      },
    }),
    ruta({
      ...deUnRango,
      nombre: 'facturas.api-ver-clave-tecnica',
      metodo: 'POST',
      camino: `/api/v1${BASE}/numeraciones/:rango/clave`,
      porMinuto: 10,
      api: {
        resumen: 'La clave técnica de una numeración, una sola vez',
        etiqueta: 'Facturación electrónica',
        respuestas: { 200: z.object({ claveTecnica: z.string() }) },
      },
      manejar: async (p) => json({ claveTecnica: await verClave(p) }),
    }),
  ];
}
