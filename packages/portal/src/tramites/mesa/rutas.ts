import { sql } from 'kysely';
import { z } from 'zod';
import {
  errores,
  FORMA_RADICADO,
  idPublico,
  linea,
  pagina,
  redirigir,
  ruta,
  unaSolaVez,
  type Archivos,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { estadoDeTitular, versionVigente } from '../../rut/index.ts';
import { adjuntosDe, leerAdjunto } from '../adjuntos/index.ts';
import { atenderCaso, casoPropio, funcionarioDe } from '../atender-caso.ts';
import { comprobarSolicitud } from '../comprobar-solicitud.ts';
import { nombresDe, radicadaPor, relojDelCaso, type Caso } from '../consultas.ts';
import { confirmarDecision, decidirCaso, devolverCaso, objetarDecision } from '../decidir-caso.ts';
import { escribirMensaje, requerir, verificarHecho } from '../escribir-en-caso.ts';
import { semaforo } from '../reloj.ts';
import { asignarCaso, liberarCaso, tomarCaso, trasladarCaso } from '../repartir-casos.ts';
import { descargar, textoEscrito } from '../rutas/casos.ts';
import { MESA, SUPERVISA, yoDe } from './acceso.ts';
import { esColaDeTraslado, paginaCasoEnMesa } from './pagina-caso.tsx';
import { paginaConfirmar, paginaDecidir } from './pagina-decidir.tsx';
import { rutasDeCola } from './rutas-cola.ts';

const CASO = z.object({ caso: z.string().regex(FORMA_RADICADO) });
const DECIDIR = CASO.extend({ sentido: z.string().regex(/^[a-z-]{3,30}$/) });
type P = Peticion<z.output<typeof CASO>>;
type PDecidir = Peticion<z.output<typeof DECIDIR>>;

export interface OpcionesMesa {
  archivos: Archivos;
  demostracion: boolean;
  urlPublica: string;
}

/** The officials' desk: their queues, a case and its decision. */
export function rutasMesaTramites(o: OpcionesMesa): Ruta[] {
  const volver = (p: P) => redirigir(`/mesa/tramites/${p.parametros.caso}`);
  const mostrar = async (p: P, campos?: Record<string, string>) =>
    p.enTransaccion(async (trx) => {
      const caso = await atenderCaso(trx, p.parametros.caso);
      return paginaCasoEnMesa({
        ...(await loDelCaso(trx, p, caso)),
        caso,
        semaforo: semaforo(relojDelCaso(caso).vence, trx.hoy),
        claveNueva: idPublico(),
        ...(campos && { errores: campos, valores: p.escrito }),
      });
    });
  const mostrarDecision = async (p: PDecidir, campos?: Record<string, string>) =>
    p.enTransaccion(async (trx) => {
      const caso = await atenderCaso(trx, p.parametros.caso);
      const { sentido } = p.parametros;
      if (!caso.tipo.flujo.sentidos[sentido] && sentido !== 'devuelta') throw errores.noEncontrado();
      const comprobacion = await comprobarCaso(trx, caso);
      return paginaDecidir({
        yo: await yoDe(trx, p),
        caso,
        sentido,
        comprobacion,
        valores: campos
          ? p.escrito
          : (p.recuperado ?? {
              ...caso.tipo.plantilla(sentido, {
                solicitud: caso.solicitud,
                evaluacion: comprobacion.evaluacion,
              }),
            }),
        ...(campos && { errores: campos }),
      });
    });
  /** A form of the page of a case: what it does, and the page again. */
  const accion = <C extends z.ZodType>(
    verbo: string,
    cuerpo: C,
    hacer: (trx: Transaccion, radicado: string, cuerpo: z.output<C>) => Promise<unknown>,
    despues: (p: P) => Respuesta = volver,
  ): Ruta =>
    ruta({
      ...MESA,
      nombre: `tramites.mesa-${verbo}`,
      metodo: 'POST',
      camino: `/mesa/tramites/:caso/${verbo}`,
      parametros: CASO,
      cuerpo,
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            await hacer(trx, p.parametros.caso, p.cuerpo);
          }),
        );
        return despues(p);
      },
    });

  return [
    ...rutasDeCola,
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-caso',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso',
      parametros: CASO,
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ...(['acuse', 'decision'] as const).map((cual) =>
      ruta({
        ...MESA,
        nombre: `tramites.mesa-${cual}`,
        metodo: 'GET',
        camino: `/mesa/tramites/:caso/${cual}`,
        parametros: CASO,
        manejar: (p) =>
          p.enTransaccion(async (trx) =>
            descargar(trx, o.archivos, await atenderCaso(trx, p.parametros.caso), cual),
          ),
      }),
    ),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-documento',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso/documentos/:adjunto',
      parametros: CASO.extend({ adjunto: z.string().regex(/^[0-9a-z]{26}$/) }),
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const caso = await atenderCaso(trx, p.parametros.caso);
          const { adjunto } = p.parametros;
          const a = await leerAdjunto(trx, o, { solicitud: caso.solicitudId, adjunto });
          if (!a) throw errores.noEncontrado();
          return { tipo: 'archivo' as const, contenido: a.contenido, media: a.media, nombre: a.nombre };
        }),
    }),
    accion('tomar', z.object({}), (trx, radicado) => tomarCaso(trx, radicado)),
    accion(
      'liberar',
      z.object({ motivo: textoEscrito('Diga por qué lo devuelve.') }),
      (trx, radicado, { motivo }) => liberarCaso(trx, { radicado, motivo }),
    ),
    accion(
      'trasladar',
      z.object({
        rol: z
          .string()
          .default('')
          .transform((v, ctx) => {
            if (esColaDeTraslado(v)) return v;
            ctx.addIssue({ code: 'custom', message: 'Elija a qué cola va.' });
            return z.NEVER;
          }),
        traslado: textoEscrito('Diga por qué es de allá.'),
      }),
      (trx, radicado, c) => trasladarCaso(trx, { radicado, rol: c.rol, motivo: c.traslado }),
      // It may no longer be in a queue of theirs.
      () => redirigir('/mesa/tramites'),
    ),
    accion(
      'mensajes',
      z.object({ mensaje: textoEscrito('Escriba el mensaje.') }),
      (trx, radicado, { mensaje }) =>
        escribirMensaje(trx, { radicado, texto: mensaje, urlPublica: o.urlPublica }),
    ),
    accion(
      'requerir',
      z.object({ requerimiento: textoEscrito('Escriba qué debe completar.') }),
      (trx, radicado, { requerimiento }) =>
        requerir(trx, { radicado, texto: requerimiento, urlPublica: o.urlPublica }),
    ),
    accion(
      'verificar',
      z.object({
        que: linea.refine((v) => v.length > 0, { error: 'Elija qué verificó.' }),
        hallazgo: z.enum(['hay', 'no-hay'], { error: 'Diga si hay o no hay.' }),
        nota: textoEscrito('Diga dónde lo buscó y qué vio.'),
      }),
      async (trx, radicado, c) => {
        const caso = await casoPropio(trx, radicado);
        if (!caso.tipo.verificables.some((v) => v.id === c.que)) throw errores.noEncontrado();
        await verificarHecho(trx, { radicado, ...c });
      },
    ),
    accion(
      'objetar',
      z.object({ objecion: textoEscrito('Diga por qué no está de acuerdo.') }),
      (trx, radicado, { objecion }) => objetarDecision(trx, { radicado, motivo: objecion }),
    ),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-asignar',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/asignar',
      roles: SUPERVISA,
      parametros: CASO,
      cuerpo: z.object({ a: z.string().regex(/^[0-9a-z]{26}$/, { error: 'Elija a quién.' }) }),
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        await p.enTransaccion((trx) => asignarCaso(trx, { radicado: p.parametros.caso, a: p.cuerpo.a }));
        return volver(p);
      },
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-preparar-decision',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso/decidir/:sentido',
      parametros: DECIDIR,
      manejar: async (p) => pagina(await mostrarDecision(p)),
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-decidir',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/decidir/:sentido',
      // Deciding binds the office: whoever found a session open cannot.
      reciente: 'reforzada',
      parametros: DECIDIR,
      cuerpo: z.object({
        razones: z
          .string()
          .default('')
          .transform((v) => v.replaceAll('\r\n', '\n').trim())
          .refine((v) => v.length >= 20, { error: 'Escriba las razones: la persona debe entender por qué.' })
          .refine((v) => v.length <= 8_000, { error: 'Escriba 8.000 caracteres o menos.' }),
        fundamento: z
          .string()
          .default('')
          .transform((v) => v.replaceAll('\r\n', '\n').trim())
          .refine((v) => v.length > 0, { error: 'Cite los artículos en que se apoya.' })
          .refine((v) => v.length <= 2_000, { error: 'Escriba 2.000 caracteres o menos.' }),
      }),
      invalido: (p, campos) => mostrarDecision(p, campos),
      async manejar(p) {
        const { caso: radicado, sentido } = p.parametros;
        const d = { radicado, ...p.cuerpo, demostracion: o.demostracion };
        await p.enTransaccion((trx) =>
          sentido === 'devuelta' ? devolverCaso(trx, d) : decidirCaso(trx, { ...d, sentido }),
        );
        return volver(p);
      },
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-revisar-decision',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso/confirmar',
      parametros: CASO,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const caso = await atenderCaso(trx, p.parametros.caso);
          return pagina(
            paginaConfirmar({ yo: await yoDe(trx, p), caso, comprobacion: await comprobarCaso(trx, caso) }),
          );
        }),
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-confirmar',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/confirmar',
      reciente: 'reforzada',
      parametros: CASO,
      async manejar(p) {
        await p.enTransaccion((trx) =>
          confirmarDecision(trx, { radicado: p.parametros.caso, demostracion: o.demostracion }),
        );
        return volver(p);
      },
    }),
  ];
}

const comprobarCaso = (trx: Transaccion, caso: Caso) =>
  comprobarSolicitud(
    trx,
    { id: caso.solicitudId, tipo: caso.tipo.tipo, titular: caso.titular, solicitud: caso.solicitud },
    caso.marcha.verificado,
  );

/** Everything that the page of a case shows besides the case. */
async function loDelCaso(trx: Transaccion, p: P, caso: Caso) {
  const yo = await yoDe(trx, p);
  const version = await versionVigente(trx, caso.titular);
  if (!version) throw errores.noEncontrado();
  const soy = funcionarioDe(trx);
  const { asignadoA, proyecto, turno, rol } = caso.marcha;
  const deLaCola = yo.roles.some((r) => r === rol);
  return {
    yo,
    version,
    nombres: await nombresDe(trx, caso.id),
    adjuntos: await adjuntosDe(trx, caso.solicitudId),
    comprobacion: await comprobarCaso(trx, caso),
    estadoRut: await estadoDeTitular(trx, caso.titular),
    tiene: asignadoA === soy && turno !== 'nadie' && !proyecto,
    toma: asignadoA === null && turno === 'oficina' && deLaCola && proyecto === null,
    confirma: proyecto !== null && proyecto.por !== soy && !radicadaPor(caso, soy),
    radico: radicadaPor(caso, soy),
    asignables:
      yo.roles.some((r) => SUPERVISA.includes(r)) && turno === 'oficina' ? await asignablesDe(trx, rol) : [],
  };
}

async function asignablesDe(trx: Transaccion, rol: string): Promise<{ idPublico: string; nombre: string }[]> {
  const { rows } = await sql<{
    idPublico: string;
    nombre: string;
  }>`select id_publico as "idPublico", nombre from tramites.de_rol(${rol})`.execute(trx.bd);
  return rows;
}
