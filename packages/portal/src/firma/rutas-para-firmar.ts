import type { Json } from '@autogestion/documentos';
import type { RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import {
  errores,
  idPublico,
  json,
  linea,
  pagina,
  redirigir,
  ruta,
  type Ambito,
  type Peticion,
  type QueSeIntenta,
  type Rechazo,
  type Respuesta,
  type Ruta,
  type Sesion,
  type Transaccion,
  type SinEmitir,
} from '../plataforma/index.ts';
import { tieneLlave } from '../cuentas/index.ts';
import { versionVigente } from '../rut/index.ts';
import { TIPOS_DE_ACTO } from './actos.ts';
import { canalesDe } from './canales.ts';
import { clavePedida, pedirClaveDinamica } from './clave-dinamica.ts';
import type { ActoGuardado } from './consultas.ts';
import type { EntornoFirma } from './entorno.ts';
import { firmarActo, presentarActo } from './firmar-acto.ts';
import { paginaFirmar } from './paginas/firmar.tsx';
import { CLAVE_DINAMICA } from './preguntas.ts';
import { propositoDeLlave, type SegundoFactor } from './segundo-factor.ts';

/** What is to be signed, as it is now. */
interface ParaFirmar {
  tipo: string;
  acto: Json;
}

interface FirmaDeUnActo<P extends z.ZodType> {
  /** Of the routes: `firma.prueba` gives that name to the page and, with `-clave`, `-llave` and `-firmar`, to what it does. */
  nombre: string;
  camino: string;
  acceso: 'persona' | 'titular';
  ambito?: Ambito;
  parametros?: P;
  /** What whoever signs has a due date for; `firmar` unless told. */
  intento?: QueSeIntenta;
  /** Loads the act anew, at showing and at signing: it is never taken from the form. */
  cargar: (trx: Transaccion, p: Peticion<z.output<P>>) => Promise<ParaFirmar>;
  /** Whatever else becomes true with the signature, in its transaction. */
  alFirmar?: (trx: Transaccion, acto: ActoGuardado, p: Peticion<z.output<P>>) => Promise<void>;
  /** Where the person goes; the receipt of the act unless told. */
  despues?: (acto: ActoGuardado, p: Peticion<z.output<P>>) => string;
}

const HUELLA = z.string().regex(/^[0-9a-f]{64}$/, { error: 'La página está incompleta. Recárguela.' });
export const PedidoClave = z.object({ canal: linea, mostrado: HUELLA });
const SECRETO = z.string().max(1_000).default('');
const FALTA_CONTRASENA = 'Escriba la contraseña de su firma.';
/** With a dynamic key, or with the answer of a passkey: two forms of one page, so the password has two names. */
const PedidoFirma = z
  .object({
    mostrado: HUELLA,
    contrasena: SECRETO,
    codigo: linea,
    'contrasena-llave': SECRETO,
    respuesta: z.string().max(10_000).default(''),
  })
  .transform((v, ctx) => {
    const conLlave = v.respuesta !== '';
    const campo = conLlave ? 'contrasena-llave' : 'contrasena';
    if (v[campo] === '') ctx.addIssue({ code: 'custom', path: [campo], message: FALTA_CONTRASENA });
    const codigo = CLAVE_DINAMICA.esquema.safeParse(v);
    if (!conLlave && !codigo.success)
      ctx.addIssue({
        code: 'custom',
        path: ['codigo'],
        message: codigo.error.issues[0]?.message ?? 'Escriba la clave dinámica.',
      });
    const factor: SegundoFactor = conLlave
      ? { tipo: 'llave', respuesta: v.respuesta }
      : { tipo: 'clave-dinamica', codigo: codigo.data ?? '' };
    return { mostrado: v.mostrado, contrasena: v[campo], campo, factor };
  });

/**
 * The routes with which a person reads an act, asks for the dynamic key (or the challenge of a passkey) and signs. A room gives how to load its
 * act and what else happens with the signature.
 */
export function rutasParaFirmar<P extends z.ZodType>(e: EntornoFirma, f: FirmaDeUnActo<P>): Ruta[] {
  const comun = {
    acceso: f.acceso,
    ...(f.parametros && { parametros: f.parametros }),
  };
  type Pedido = Peticion<z.output<P>>;
  const mostrar = async (p: Pedido, o: { rechazo?: Rechazo | undefined; espere?: SinEmitir } = {}) =>
    p.enTransaccion(async (trx) => {
      const sesion = sesionDe(p);
      const { tipo, acto } = await f.cargar(trx, p);
      const { presentacion, mostrado } = await presentarActo(trx, tipo, acto);
      return paginaFirmar({
        presentacion,
        mostrado,
        canales: await canalesDe(trx),
        pedida: (await clavePedida(trx, sesion, mostrado)) !== undefined,
        camino: p.camino.replace(/\/(?:clave|llave)$/, ''),
        conLlave: await tieneLlave(trx),
        ...o,
      });
    });
  return [
    ruta({
      ...comun,
      nombre: f.nombre,
      metodo: 'GET',
      camino: f.camino,
      ambito: f.ambito ?? 'firmar',
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...comun,
      nombre: `${f.nombre}-clave`,
      metodo: 'POST',
      camino: `${f.camino}/clave`,
      intento: f.intento ?? 'firmar',
      porMinuto: 10,
      cuerpo: PedidoClave,
      invalido: (p, _, no) => mostrar(p, { rechazo: no }),
      async manejar(p): Promise<Respuesta> {
        const { canal, mostrado } = p.cuerpo;
        const r = await p.enTransaccion(async (trx) =>
          pedirClaveDinamica(trx, e, {
            sesion: sesionDe(p),
            canal: canal === 'sms' ? 'sms' : 'correo',
            mostrado,
            titulo: trx.casa.uno(TIPOS_DE_ACTO, (await f.cargar(trx, p)).tipo).nombre,
          }),
        );
        if (!r.ok) return r;
        return r.espere
          ? pagina(await mostrar(p, { espere: r.espere }))
          : redirigir(p.camino.replace(/\/(?:clave|llave)$/, ''));
      },
    }),
    ruta({
      ...comun,
      nombre: `${f.nombre}-llave`,
      metodo: 'POST',
      camino: `${f.camino}/llave`,
      porMinuto: 20,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { tipo, acto } = await f.cargar(trx, p);
          const { mostrado } = await presentarActo(trx, tipo, acto);
          const opciones = await e.llaves.pedirUso(trx, {
            sesion: sesionDe(p).id,
            proposito: propositoDeLlave(mostrado),
            cuenta: personaDe(p),
          });
          return json({ opciones, csrf: p.csrf() });
        }),
    }),
    ruta({
      ...comun,
      nombre: `${f.nombre}-firmar`,
      metodo: 'POST',
      camino: f.camino,
      intento: f.intento ?? 'firmar',
      porMinuto: 20,
      cuerpo: PedidoFirma,
      invalido: (p, _, no) => mostrar(p, { rechazo: no }),
      async manejar(p): Promise<Respuesta> {
        const r = await p.enTransaccion(async (trx) => {
          const { tipo, acto } = await f.cargar(trx, p);
          const firmado = await firmarActo(trx, e, {
            ...p.cuerpo,
            tipo,
            acto,
            titular: titularDe(p),
            sesion: sesionDe(p),
            clave: p.claveIdempotencia ?? idPublico(),
          });
          if (firmado.ok) await f.alFirmar?.(trx, firmado.acto, p);
          return firmado;
        });
        if (!r.ok) return r;
        return redirigir(f.despues?.(r.acto, p) ?? caminoDelActo(r.acto));
      },
    }),
  ];
}

export const caminoDelActo = (acto: Pick<ActoGuardado, 'titularPublico' | 'radicado'>): string =>
  `/de/${acto.titularPublico}/firmados/${acto.radicado}`;

/** Signing happens in a session: these routes ask for somebody who signed in. */
export function sesionDe(p: Peticion): Sesion {
  if (!p.sesion) throw errores.sinSesion();
  return p.sesion;
}

/** Who acts: the signature is theirs. */
export function personaDe(p: Peticion): string {
  if (p.actor.tipo !== 'persona') throw errores.sinPermiso();
  return p.actor.persona;
}

/** For whom: oneself where the route is not about a taxpayer. */
const titularDe = (p: Peticion): string => p.titular || personaDe(p);

/** RUT of who the page is about. @throws 404 when there is none */
export async function registroDe(trx: Transaccion, p: Peticion): Promise<RegistroRut> {
  const version = await versionVigente(trx, titularDe(p));
  if (!version) throw errores.noEncontrado();
  return version.registro;
}
