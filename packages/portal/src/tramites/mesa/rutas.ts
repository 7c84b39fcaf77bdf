import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import {
  errores,
  FORMA_RADICADO,
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
import { atenderCaso, casoPropio } from '../atender-caso.ts';
import { objetarDecision } from '../decidir-caso.ts';
import { rutasDeAvisos } from '../avisos/rutas.tsx';
import { enviarOtraVez, notificarDeOtroModo } from '../entregas/notificar-de-otro-modo.ts';
import { escribirMensaje, requerir, verificarHecho } from '../escribir-en-caso.ts';
import { asignarCaso, liberarCaso, tomarCaso, trasladarCaso } from '../repartir-casos.ts';
import { EN_LA_MESA, esColaDeTraslado } from '../politicas.ts';
import { CASO, MESA } from './acceso.ts';
import { loDelCaso } from './lo-del-caso.ts';
import { paginaCasoEnMesa } from './pagina-caso.tsx';
import { CONSTANCIA, DEVOLUCION, MENSAJE, NOTA, OBJECION, REQUERIMIENTO, TRASLADO } from './preguntas.ts';
import { rutasDeCola } from './rutas-cola.ts';
import { rutasDeDecision } from './rutas-decidir.ts';
import { rutasDeDocumentos } from './rutas-documentos.ts';
import { rutasDeResolver } from './rutas-resolver.ts';

/** What was sent: a document, or a requirement by its event. */
const ENTREGADO = z.string().regex(/^([0-9a-f-]{36}|requerimiento-\d{1,6})$/);
type P = Peticion<z.output<typeof CASO>>;

interface OpcionesMesa {
  archivos: Archivos;
  demostracion: boolean;
  urlPublica: string;
}

/** The officials' desk: their queues, a case and its decision. */
export function rutasMesaTramites(o: OpcionesMesa): Ruta[] {
  const volver = (p: P) => redirigir(`/mesa/tramites/${p.parametros.caso}`);
  const mostrar = async (p: P, campos?: Record<string, string>, hecho?: string) =>
    p.enTransaccion(async (trx) => {
      const caso = await atenderCaso(trx, p.parametros.caso);
      return paginaCasoEnMesa({
        ...(await loDelCaso(trx, caso)),
        ...(campos ? { errores: campos, valores: p.escrito } : definidos({ valores: p.recuperado, hecho })),
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
    ...rutasDeAvisos,
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-caso',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso',
      parametros: CASO,
      consulta: z.object({ hecho: z.string().regex(FORMA_RADICADO).optional().catch(undefined) }),
      manejar: async (p) => pagina(await mostrar(p, undefined, p.consulta.hecho)),
    }),
    ...rutasDeDocumentos(o),
    accion('tomar', z.object({}), (trx, radicado) => tomarCaso(trx, radicado)),
    accion('liberar', DEVOLUCION.esquema, (trx, radicado, motivo) => liberarCaso(trx, { radicado, motivo })),
    accion(
      'trasladar',
      z
        .object({
          rol: z
            .string()
            .default('')
            .transform((v, ctx) => {
              if (esColaDeTraslado(v)) return v;
              ctx.addIssue({ code: 'custom', message: 'Elija a qué cola va.' });
              return z.NEVER;
            }),
        })
        .and(conNombre('motivo', TRASLADO)),
      (trx, radicado, c) => trasladarCaso(trx, { radicado, ...c }),
      // It may no longer be in a queue of theirs.
      () => redirigir('/mesa/tramites'),
    ),
    accion('mensajes', MENSAJE.esquema, (trx, radicado, texto) =>
      escribirMensaje(trx, { radicado, texto, urlPublica: o.urlPublica }),
    ),
    accion('requerir', REQUERIMIENTO.esquema, (trx, radicado, texto) => requerir(trx, { radicado, texto })),
    accion(
      'verificar',
      z
        .object({
          que: linea.refine((v) => v.length > 0, { error: 'Elija qué verificó.' }),
          hallazgo: z.enum(['hay', 'no-hay'], { error: 'Diga si hay o no hay.' }),
        })
        .and(conNombre('nota', NOTA)),
      async (trx, radicado, c) => {
        const caso = await casoPropio(trx, radicado);
        if (!caso.tipo.verificables.some((v) => v.id === c.que)) throw errores.noEncontrado();
        await verificarHecho(trx, { radicado, ...c });
      },
    ),
    accion('objetar', OBJECION.esquema, (trx, radicado, motivo) =>
      objetarDecision(trx, { radicado, motivo }),
    ),
    accion('enviar-otra-vez', z.object({ documento: ENTREGADO }), (trx, radicado, { documento }) =>
      enviarOtraVez(trx, { radicado, documento }),
    ),
    accion(
      'notificar',
      z
        .object({
          documento: ENTREGADO,
          medio: z.enum(['personal', 'correo-fisico'], { error: 'Diga cómo se notificó.' }),
        })
        .and(conNombre('constancia', CONSTANCIA)),
      (trx, radicado, c) => notificarDeOtroModo(trx, { radicado, ...c }),
    ),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-asignar',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/asignar',
      roles: EN_LA_MESA.asignar,
      parametros: CASO,
      cuerpo: z.object({ a: z.string().regex(/^[0-9a-z]{26}$/, { error: 'Elija a quién.' }) }),
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        await p.enTransaccion((trx) => asignarCaso(trx, { radicado: p.parametros.caso, a: p.cuerpo.a }));
        return volver(p);
      },
    }),
    ...rutasDeDecision(o),
    ...rutasDeResolver({ ...o, mostrar: (p, campos) => mostrar(p, campos) }),
  ];
}
