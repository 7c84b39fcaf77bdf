import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  abrirBorrador,
  apiDeRecorrido,
  borradoresDe,
  rutasDeRecorrido,
} from '../../interfaz/recorrido/index.ts';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import {
  json,
  pagina,
  puede,
  rechazo,
  redirigir,
  ruta,
  validar,
  type Claves,
  type Peticion,
  type Respuesta,
  type Reloj,
  type Ruta,
} from '../../plataforma/index.ts';
import { MAXIMO_BYTES, revisarRecibido, type EntornoAdjuntos } from '../../tramites/index.ts';
import { DEL_TITULAR } from '../politicas.ts';
import { abonarLoHallado } from './abonar.ts';
import { abrirCasoDelPago } from './abrir-caso.ts';
import { abrirConNumero, abrirConRecibo } from './abrir-con-recibo.ts';
import { busquedaDe } from './busquedas.ts';
import { elegirDeuda } from './elegir-deuda.ts';
import { leerRecibo } from './leer-recibo.ts';
import { mirarBusqueda } from './mirar.ts';
import { paginaAbrirCaso, RELATO } from './paginas/caso.tsx';
import { NUMERO, paginaEntrada, RECIBO } from './paginas/entrada.tsx';
import { paginaHallazgos } from './paginas/hallazgos.tsx';
import { paginaQueSalioMal, sinContestar } from './paginas/que-salio-mal.tsx';
import { clasificar, Contado } from './que-salio-mal.ts';
import { recorridoDeLoPagado } from './recorrido.ts';

interface EntornoYaPague extends EntornoAdjuntos {
  claves: Claves;
  reloj: Reloj;
  demostracion: boolean;
}

const CAMINO = '/de/:titular/obligaciones/ya-pague';
const DE_BUSQUEDA = '/de/:titular/obligaciones/pagos-buscados/:busqueda';
const PUBLICO_ESCRITO = /^[0-9a-z]{26}$/;
const PUBLICO = z.string().regex(PUBLICO_ESCRITO);
const ELIJA = 'Elija una deuda.';
const TITULAR = z.object({ titular: z.string() });
const BUSQUEDA = TITULAR.extend({ busqueda: PUBLICO });
const DEUDA = z.object({ deuda: PUBLICO.optional() });
type DeBusqueda = Peticion<z.output<typeof BUSQUEDA>>;

const caminoDe = ({ parametros: { titular, busqueda } }: DeBusqueda): string =>
  `/de/${titular}/obligaciones/pagos-buscados/${busqueda}`;

/** «Esto ya lo pagué»: its journey, what was found, accepting it, and the case for what an official must look at. */
export function rutasYaPague(e: EntornoYaPague): Ruta[] {
  const def = recorridoDeLoPagado(e.reloj);
  const opciones = { acceso: 'titular', claves: e.claves } as const;
  const empezar = { acceso: 'titular', parametros: TITULAR, ambito: DEL_TITULAR.preparar } as const;
  const mostrarEntrada = async (
    p: Peticion<z.output<typeof TITULAR>, unknown>,
    errores?: Record<string, string>,
  ) => {
    const borradores = await p.enTransaccion((trx) => borradoresDe(trx, def.id, p.titular));
    const { titular } = p.parametros;
    return paginaEntrada({
      base: `/de/${titular}`,
      titular,
      borradores,
      puede: puede(p.actor, p.titular, DEL_TITULAR.preparar),
      ...definidos({ errores, valores: errores && { numero: String(p.escrito.numero ?? '') } }),
    });
  };
  return [
    ruta({
      nombre: 'obligaciones.ya-pague',
      metodo: 'GET',
      camino: CAMINO,
      acceso: 'titular',
      parametros: TITULAR,
      manejar: async (p) => pagina(await mostrarEntrada(p)),
    }),
    ruta({
      ...empezar,
      nombre: 'obligaciones.empezar-ya-pague',
      metodo: 'POST',
      camino: CAMINO,
      porMinuto: 30,
      async manejar(p) {
        const { idPublico } = await p.enTransaccion((trx) => abrirBorrador(trx, def));
        return redirigir(`/de/${p.parametros.titular}/obligaciones/ya-pague/${idPublico}`);
      },
    }),
    ruta({
      ...empezar,
      nombre: 'obligaciones.empezar-con-el-recibo',
      metodo: 'POST',
      camino: `${CAMINO}/leer-recibo`,
      porMinuto: 20,
      multiparte: true,
      maximo: MAXIMO_BYTES,
      invalido: (p, campos) => mostrarEntrada(p, campos),
      async manejar(p) {
        const recibido = validar(RECIBO.esquema, conArchivos(p));
        if (!recibido.ok) return rechazo(recibido.campos);
        // Read without a transaction open: it takes processor and time.
        const leido = await leerRecibo(e, p.enTransaccion, recibido.datos.contenido);
        if (!leido.ok) return rechazo({ recibo: leido.mensaje });
        const idPublico = await p.enTransaccion((trx) =>
          abrirConRecibo(trx, { def, reloj: e.reloj, leido: leido.valor }),
        );
        return redirigir(`/de/${p.parametros.titular}/obligaciones/ya-pague/${idPublico}`);
      },
    }),
    ruta({
      ...empezar,
      nombre: 'obligaciones.empezar-con-el-numero',
      metodo: 'POST',
      camino: `${CAMINO}/por-numero`,
      porMinuto: 30,
      cuerpo: NUMERO.esquema,
      invalido: (p, campos) => mostrarEntrada(p, campos),
      async manejar(p) {
        const r = await p.enTransaccion((trx) =>
          abrirConNumero(trx, { def, reloj: e.reloj, numero: p.cuerpo }),
        );
        return r.tipo === 'rechazo'
          ? r
          : redirigir(`/de/${p.parametros.titular}/obligaciones/ya-pague/${r.idPublico}`);
      },
    }),
    ruta({
      ...empezar,
      nombre: 'obligaciones.api-empezar-ya-pague',
      metodo: 'POST',
      camino: `/api/v1${CAMINO}`,
      porMinuto: 30,
      api: {
        resumen: 'Abre la búsqueda de un pago que no aparece',
        etiqueta: def.titulo,
        respuestas: { 201: z.object({ borrador: z.string() }) },
      },
      async manejar(p) {
        const { idPublico } = await p.enTransaccion((trx) => abrirBorrador(trx, def));
        return json({ borrador: idPublico }, 201);
      },
    }),
    ...rutasDeRecorrido(def, {
      ...opciones,
      base: `${CAMINO}/:borrador`,
      inicio: '/de/:titular',
    }),
    ...apiDeRecorrido(def, {
      ...opciones,
      base: `/api/v1${CAMINO}/:borrador`,
      etiqueta: def.titulo,
      resultado: z.object({ busqueda: z.string().describe('La búsqueda, con lo que se halló') }),
    }),
    ...rutasDeLaBusqueda(e),
    ruta({
      nombre: 'obligaciones.que-salio-mal',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/que-salio-mal',
      acceso: 'titular',
      parametros: TITULAR,
      consulta: Contado,
      async manejar({ parametros: { titular }, consulta: contado }) {
        const clasificado = clasificar(contado, e.reloj.hoy());
        const html = paginaQueSalioMal({ base: `/de/${titular}`, titular, contado, clasificado });
        return pagina(html, sinContestar({ contado, clasificado }) ? 422 : 200);
      },
    }),
  ];
}

function rutasDeLaBusqueda(e: EntornoYaPague): Ruta[] {
  const comun = { acceso: 'titular', parametros: BUSQUEDA } as const;
  const mostrarCaso = async (p: DeBusqueda, deuda: string | undefined, errores?: Record<string, string>) => {
    const { dicho } = await p.enTransaccion((trx) => busquedaDe(trx, p.parametros.busqueda));
    return paginaAbrirCaso({
      camino: caminoDe(p),
      dicho,
      ...definidos({ deuda, errores, valores: errores && p.escrito }),
    });
  };
  return [
    ruta({
      ...comun,
      nombre: 'obligaciones.pago-buscado',
      metodo: 'GET',
      camino: DE_BUSQUEDA,
      // Each look searches among everybody's payments.
      porMinuto: 60,
      manejar: async (p) => pagina(paginaHallazgos(await mirar(p))),
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.abonar-pago',
      metodo: 'POST',
      camino: `${DE_BUSQUEDA}/abonar`,
      ambito: DEL_TITULAR.mover,
      porMinuto: 30,
      cuerpo: z.object({ deuda: PUBLICO }),
      invalido: async (p) => paginaHallazgos(await mirar(p)),
      async manejar(p) {
        await p.enTransaccion(async (trx) =>
          abonarLoHallado(trx, {
            titular: p.titular,
            busqueda: await busquedaDe(trx, p.parametros.busqueda),
            deuda: p.cuerpo.deuda,
            demostracion: e.demostracion,
          }),
        );
        return redirigir(caminoDe(p));
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.elegir-deuda',
      metodo: 'POST',
      camino: `${DE_BUSQUEDA}/deuda`,
      ambito: DEL_TITULAR.mover,
      porMinuto: 30,
      cuerpo: z.object({ deuda: z.string({ error: ELIJA }).regex(PUBLICO_ESCRITO, { error: ELIJA }) }),
      invalido: async (p, errores) => paginaHallazgos({ ...(await mirar(p)), errores }),
      async manejar(p) {
        const r = await p.enTransaccion(async (trx) =>
          elegirDeuda(trx, {
            busqueda: await busquedaDe(trx, p.parametros.busqueda),
            deuda: p.cuerpo.deuda,
          }),
        );
        return r.tipo === 'rechazo'
          ? r
          : redirigir(`/de/${p.parametros.titular}/obligaciones/pagos-buscados/${r.busqueda}`);
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.pedir-que-miren',
      metodo: 'GET',
      camino: `${DE_BUSQUEDA}/caso`,
      ambito: DEL_TITULAR.mover,
      consulta: DEUDA,
      manejar: async (p) => pagina(await mostrarCaso(p, p.consulta.deuda)),
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.abrir-caso-del-pago',
      metodo: 'POST',
      camino: `${DE_BUSQUEDA}/caso`,
      ambito: DEL_TITULAR.mover,
      porMinuto: 20,
      multiparte: true,
      maximo: MAXIMO_BYTES,
      cuerpo: DEUDA.and(RELATO.esquema.transform((relato) => ({ relato }))),
      invalido: (p, campos) => mostrarCaso(p, deudaEscrita(p), campos),
      manejar: (p) => abrirCaso(e, p, p.cuerpo),
    }),
  ];
}

const deudaEscrita = ({ escrito }: Peticion): string | undefined => {
  const leida = DEUDA.safeParse(escrito);
  return leida.success ? leida.data.deuda : undefined;
};

async function mirar(p: DeBusqueda) {
  const { titular, busqueda } = p.parametros;
  const visto = await p.enTransaccion((trx) => mirarBusqueda(trx, { titular: p.titular, publico: busqueda }));
  return {
    ...visto,
    base: `/de/${titular}`,
    titular,
    actua: puede(p.actor, p.titular, DEL_TITULAR.mover),
  };
}

/** The file is looked at first, without a transaction open. */
async function abrirCaso(
  e: EntornoYaPague,
  p: DeBusqueda,
  { deuda, relato }: { deuda?: string | undefined; relato: string },
): Promise<Respuesta> {
  const recibido = p.archivos.find((a) => a.campo === 'comprobante');
  const revisado = recibido && (await revisarRecibido(e, p, recibido));
  if (revisado && !revisado.ok) return rechazo({ comprobante: revisado.mensaje });
  const r = await p.enTransaccion(async (trx) =>
    abrirCasoDelPago(trx, e, {
      titular: p.titular,
      busqueda: await busquedaDe(trx, p.parametros.busqueda),
      relato,
      demostracion: e.demostracion,
      ...definidos({ deuda, comprobante: revisado?.valor }),
    }),
  );
  return r.tipo === 'rechazo' ? r : redirigir(`/de/${p.parametros.titular}/tramites/${r.radicado}`);
}
