import { definidos } from '@autogestion/normas/definidos';
import {
  cerrarSesion,
  json,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Sesion,
} from '../../plataforma/index.ts';
import { contactoDe } from '../../rut/index.ts';
import type { Contexto } from '../contexto.ts';
import { entrarConCodigo } from '../entrar/entrar-con-codigo.ts';
import { entrarConContrasena } from '../entrar/entrar-con-contrasena.ts';
import { entrarConLlave, PROPOSITO_LLAVE } from '../entrar/entrar-con-llave.ts';
import { navegadorDe } from '../entrar/navegador.ts';
import { pedirCodigoDeEntrada, type Canal } from '../entrar/pedir-codigo-de-entrada.ts';
import type { Entrada } from '../entrar/seguir-entrando.ts';
import { paginaCodigo, paginaEntrar, paginaRecuperar } from '../paginas/entrar.tsx';
import { CODIGO, DOCUMENTO, DOCUMENTO_Y_CONTRASENA, RESPUESTA_DE_LLAVE } from './esquemas.ts';
import { entrado, enVisita, probarEnVisita, visitaDe, yaEntro } from './visita.ts';

export interface OpcionesCuentas extends Contexto {
  urlPublica: string;
  /** The pages say where the codes of the demonstration are read. */
  demostracion: boolean;
}

/** Whether what a person writes is right or not is told on the page where they wrote it. */
export const rutasEntrar = (o: OpcionesCuentas): Ruta[] => {
  const { demostracion } = o;
  const portada = (p: Peticion, errores: Record<string, string>) =>
    paginaEntrar({ valores: p.escrito, demostracion, errores });
  const responder = async (p: Peticion, visita: Sesion, e: Entrada, campo: string): Promise<Respuesta> => {
    if (e.tipo === 'dentro') return entrado(o.enTransaccion, p, e);
    // The visit goes on with the same session: attempts do not leave one each.
    if (e.tipo === 'segundo-paso') return { ...redirigir('/entrar/segundo'), sesion: visita };
    return { ...rechazo({ [campo]: e.mensaje }), sesion: visita };
  };
  const pedir = async (p: Peticion, d: { tipoDocumento: string; numero: string }, canal: Canal) => {
    const ya = await yaEntro(o, p, d);
    if (ya) return ya;
    const sesion = await visitaDe(p, 'navegador');
    const { espere } = await enVisita(o.enTransaccion, sesion, (trx) =>
      pedirCodigoDeEntrada(trx, o.codigos, { ...d, sesion, canal, dispositivo: p.dispositivo }),
    );
    return {
      ...pagina(paginaCodigo({ ...definidos({ espere }), canal, demostracion })),
      sesion,
    };
  };
  return [
    ruta({
      nombre: 'cuentas.entrar',
      metodo: 'GET',
      camino: '/entrar',
      acceso: 'publico',
      manejar: async (p) =>
        pagina(paginaEntrar({ demostracion, recuperado: p.caminoRecuperado !== undefined })),
    }),
    ruta({
      nombre: 'cuentas.entrar-con-contrasena',
      metodo: 'POST',
      camino: '/entrar',
      acceso: 'publico',
      sinAutoridad: true,
      porMinuto: 30,
      cuerpo: DOCUMENTO_Y_CONTRASENA,
      invalido: async (p, campos) => portada(p, campos),
      async manejar(p) {
        const { tipoDocumento, numero, contrasena } = p.cuerpo;
        const ya = await yaEntro(o, p, p.cuerpo);
        if (ya) return ya;
        const visita = await visitaDe(p, 'navegador');
        const r = await entrarConContrasena(o, {
          visita,
          nombre: `documento:${tipoDocumento}:${numero}`,
          async buscar(trx) {
            const hallado = await contactoDe(trx, tipoDocumento, numero);
            return hallado && { id: hallado.titular, clase: 'persona' };
          },
          contrasena,
          navegador: navegadorDe(p),
        });
        return responder(p, visita, r, 'contrasena');
      },
    }),
    ruta({
      nombre: 'cuentas.pedir-codigo',
      metodo: 'POST',
      camino: '/entrar/pedir-codigo',
      acceso: 'publico',
      sinAutoridad: true,
      porMinuto: 10,
      cuerpo: DOCUMENTO,
      invalido: async (p, campos) => portada(p, campos),
      manejar: (p) => pedir(p, p.cuerpo, 'correo'),
    }),
    ruta({
      nombre: 'cuentas.entrar-con-codigo',
      metodo: 'POST',
      camino: '/entrar/codigo',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 20,
      cuerpo: CODIGO,
      invalido: async (_, campos) => paginaCodigo({ errores: campos, demostracion }),
      async manejar(p) {
        const ya = await yaEntro(o, p);
        if (ya) return ya;
        const { visita, r } = await probarEnVisita(o, p, 'navegador', (trx, e) =>
          entrarConCodigo(trx, o, { ...e, ...p.cuerpo }),
        );
        return responder(p, visita, r, 'codigo');
      },
    }),
    ruta({
      nombre: 'cuentas.pedir-reto-de-entrada',
      metodo: 'POST',
      camino: '/entrar/llave/opciones',
      acceso: 'publico',
      sinAutoridad: true,
      porMinuto: 30,
      async manejar(p) {
        const visita = await visitaDe(p, 'navegador');
        const opciones = await enVisita(o.enTransaccion, visita, (trx) =>
          o.llaves.pedirUso(trx, { sesion: visita.id, proposito: PROPOSITO_LLAVE }),
        );
        return { ...json({ opciones, csrf: p.csrf() }), sesion: visita };
      },
    }),
    ruta({
      nombre: 'cuentas.entrar-con-llave',
      metodo: 'POST',
      camino: '/entrar/llave',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 30,
      cuerpo: RESPUESTA_DE_LLAVE,
      invalido: async (p, campos) => portada(p, campos),
      async manejar(p) {
        const ya = await yaEntro(o, p);
        if (ya) return ya;
        const { visita, r } = await probarEnVisita(o, p, 'navegador', (trx, e) =>
          entrarConLlave(trx, o, { ...e, ...p.cuerpo, clase: 'persona' }),
        );
        return responder(p, visita, r, 'numero');
      },
    }),
    ruta({
      nombre: 'cuentas.recuperar',
      metodo: 'GET',
      camino: '/entrar/recuperar',
      acceso: 'publico',
      manejar: async () => pagina(paginaRecuperar({ demostracion })),
    }),
    ruta({
      nombre: 'cuentas.recuperar-por-celular',
      metodo: 'POST',
      camino: '/entrar/recuperar',
      acceso: 'publico',
      sinAutoridad: true,
      porMinuto: 10,
      cuerpo: DOCUMENTO,
      invalido: async (p, campos) => paginaRecuperar({ valores: p.escrito, errores: campos, demostracion }),
      manejar: (p) => pedir(p, p.cuerpo, 'sms'),
    }),
    ruta({
      nombre: 'cuentas.salir',
      metodo: 'POST',
      camino: '/salir',
      acceso: 'publico',
      sinAutoridad: true,
      async manejar(p) {
        const { sesion } = p;
        if (sesion) await p.enTransaccion((trx) => cerrarSesion(trx, sesion.token));
        return { ...redirigir('/'), sesion: null };
      },
    }),
  ];
};
