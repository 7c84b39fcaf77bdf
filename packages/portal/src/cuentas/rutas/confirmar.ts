import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  errores as erroresDeLaCasa,
  json,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type NivelDePrueba,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import {
  confirmarConAutenticador,
  confirmarConCodigo,
  confirmarConContrasena,
  confirmarConLlave,
  enviarCodigoParaConfirmar,
  opcionesDeConfirmar,
  PROPOSITO_CONFIRMAR,
  type Confirmacion,
  type QuienConfirma,
} from '../confirmar/confirmar.ts';
import { navegadorDe } from '../entrar/navegador.ts';
import { paginaConfirmar, type PropsConfirmar } from '../paginas/confirmar.tsx';
import type { OpcionesCuentas } from './entrar.ts';
import { CODIGO_DE_SEGUNDO, CODIGO_ENVIADO, contrasenaEscrita, RESPUESTA_DE_LLAVE } from './esquemas.ts';

type Mas = Pick<PropsConfirmar, 'errores' | 'enviado'>;

/** @throws 403 for a visitor: there is no account to prove. */
function quien(p: Peticion): QuienConfirma {
  const { sesion } = p;
  const cuenta = sesion?.persona ?? sesion?.funcionario;
  if (!sesion || !cuenta) throw erroresDeLaCasa.sinPermiso();
  return { sesion, cuenta, navegador: navegadorDe(p) };
}

const nivelDe = (texto: string | undefined): NivelDePrueba => (texto === 'reforzada' ? 'reforzada' : 'una');
const canalDe = (p: Peticion) => (p.ocultos._canal === 'sms' ? 'sms' : 'correo');

/** Proving again who one is. What was being done waits, with what was typed, and comes back afterwards. */
export function rutasConfirmar(o: OpcionesCuentas): Ruta[] {
  const mostrar = async (p: Peticion, nivel: NivelDePrueba, mas: Mas = {}): Promise<string> =>
    paginaConfirmar({
      ...mas,
      nivel,
      opciones: await p.enTransaccion((trx) => opcionesDeConfirmar(trx, quien(p))),
      vuelve: p.caminoRecuperado !== undefined,
      demostracion: o.demostracion,
    });
  const responder = async (p: Peticion, campo: string, r: Confirmacion): Promise<Respuesta> => {
    if (r.ok) {
      const casa = p.sesion?.funcionario ? '/mesa' : '/cuenta';
      return { ...redirigir(p.caminoRecuperado ?? casa), sesion: r.sesion };
    }
    return rechazo({ [campo]: r.mensaje });
  };
  const invalido = (p: Peticion, errores: Record<string, string>, mas: Mas = {}) =>
    mostrar(p, nivelDe(p.ocultos._nivel), { errores, ...mas });
  return [
    ruta({
      nombre: 'cuentas.confirmar',
      metodo: 'GET',
      camino: '/confirmar',
      acceso: 'cuenta',
      consulta: z.object({ nivel: z.string().optional() }),
      manejar: async (p) => pagina(await mostrar(p, nivelDe(p.consulta.nivel))),
    }),
    ruta({
      nombre: 'cuentas.confirmar-con-contrasena',
      metodo: 'POST',
      camino: '/confirmar',
      acceso: 'cuenta',
      porMinuto: 30,
      cuerpo: z.object({
        contrasena: contrasenaEscrita.refine((v) => v.length > 0, { error: 'Escriba su contraseña.' }),
      }),
      invalido: (p, errores) => invalido(p, errores),
      manejar: async (p) =>
        responder(
          p,
          'contrasena',
          await confirmarConContrasena(o, p.enTransaccion, { ...quien(p), contrasena: p.cuerpo.contrasena }),
        ),
    }),
    ruta({
      nombre: 'cuentas.confirmar-con-autenticador',
      metodo: 'POST',
      camino: '/confirmar/autenticador',
      acceso: 'cuenta',
      porMinuto: 30,
      cuerpo: CODIGO_DE_SEGUNDO,
      invalido: (p, errores) => invalido(p, errores),
      manejar: async (p) =>
        responder(
          p,
          'codigo',
          await p.enTransaccion((trx) =>
            confirmarConAutenticador(trx, o, { ...quien(p), codigo: p.cuerpo.codigo }),
          ),
        ),
    }),
    ruta({
      nombre: 'cuentas.pedir-reto-para-confirmar',
      metodo: 'POST',
      camino: '/confirmar/opciones',
      acceso: 'cuenta',
      porMinuto: 30,
      async manejar(p) {
        const { sesion, cuenta } = quien(p);
        const opciones = await p.enTransaccion((trx) =>
          o.llaves.pedirUso(trx, { sesion: sesion.id, proposito: PROPOSITO_CONFIRMAR, cuenta }),
        );
        return json({ opciones, csrf: p.csrf() });
      },
    }),
    ruta({
      nombre: 'cuentas.confirmar-con-llave',
      metodo: 'POST',
      camino: '/confirmar/llave',
      acceso: 'cuenta',
      porMinuto: 30,
      cuerpo: RESPUESTA_DE_LLAVE,
      invalido: (p, errores) => invalido(p, errores),
      manejar: async (p) =>
        responder(
          p,
          'contrasena',
          await p.enTransaccion((trx) =>
            confirmarConLlave(trx, o, { ...quien(p), respuesta: p.cuerpo.respuesta }),
          ),
        ),
    }),
    ruta({
      nombre: 'cuentas.enviar-codigo-para-confirmar',
      metodo: 'POST',
      camino: '/confirmar/enviar',
      acceso: 'cuenta',
      porMinuto: 10,
      cuerpo: z.object({ canal: z.enum(['correo', 'sms']).catch('correo') }),
      async manejar(p) {
        const { canal } = p.cuerpo;
        const r = await p.enTransaccion((trx) => enviarCodigoParaConfirmar(trx, o, { ...quien(p), canal }));
        const espere = typeof r === 'string' ? undefined : r;
        const mas = r === 'no' ? {} : { enviado: { canal, ...definidos({ espere }) } };
        return pagina(await mostrar(p, nivelDe(p.ocultos._nivel), mas));
      },
    }),
    ruta({
      nombre: 'cuentas.confirmar-con-codigo',
      metodo: 'POST',
      camino: '/confirmar/enviado',
      acceso: 'cuenta',
      porMinuto: 20,
      cuerpo: CODIGO_ENVIADO,
      invalido: (p, errores) => invalido(p, errores, { enviado: { canal: canalDe(p) } }),
      manejar: async (p) =>
        responder(
          p,
          'enviado',
          await p.enTransaccion((trx) =>
            confirmarConCodigo(trx, o, { ...quien(p), codigo: p.cuerpo.enviado, canal: canalDe(p) }),
          ),
        ),
    }),
  ];
}
