import { analizarNumeroDocumento } from '@autogestion/normas/documentos-identidad';
import { z } from 'zod';
import {
  abrirSesion,
  cerrarSesion,
  codigoEscrito,
  ErrorDominio,
  json,
  linea,
  pagina,
  redirigir,
  ruta,
  type Codigos,
  type EnTransaccion,
  type Peticion,
  type Ruta,
  type Sesion,
} from '../plataforma/index.ts';
import { idPublicoDe } from '../rut/index.ts';
import { entrarConCodigo } from './entrar-con-codigo.ts';
import { pedirCodigoDeEntrada } from './pedir-codigo-de-entrada.ts';
import { paginaCodigo, paginaEntrar } from './paginas/entrar.tsx';

export interface OpcionesCuentas {
  codigos: Codigos;
  enTransaccion: EnTransaccion;
  csrf: (token: string) => string;
  demostracion: boolean;
}

const Documento = z.object({ tipo: linea, numero: linea }).transform((v, ctx) => {
  const leido = analizarNumeroDocumento(v.tipo, v.numero);
  if (leido.ok) return { tipoDocumento: v.tipo, numero: leido.valor };
  ctx.addIssue({
    code: 'custom',
    message: leido.mensaje,
    path: [leido.codigo === 'tipo-desconocido' ? 'tipo' : 'numero'],
  });
  return z.NEVER;
});
const Codigo = z.object({ codigo: codigoEscrito });

/** Signing in with a code to the registered e-mail, and out. */
export function rutasCuentas(o: OpcionesCuentas): Ruta[] {
  const { codigos, demostracion } = o;
  const pedir = async (p: Peticion, medio: Sesion['medio'], d: z.output<typeof Documento>) => {
    const sesion =
      p.sesion && !p.sesion.persona && !p.sesion.funcionario
        ? p.sesion
        : await p.enTransaccion((trx) => abrirSesion(trx, medio));
    const actor = { tipo: 'visitante', sesion: sesion.id } as const;
    const { espere } = await o.enTransaccion(actor, (trx) =>
      pedirCodigoDeEntrada(trx, codigos, { ...d, sesion }),
    );
    return { sesion, espere };
  };
  const entrar = async (p: Peticion, codigo: string) => {
    const { sesion } = p;
    if (!sesion) return { tipo: 'no', mensaje: 'Pida un código nuevo.' } as const;
    return p.enTransaccion((trx) => entrarConCodigo(trx, codigos, { codigo, sesion }));
  };

  return [
    ruta({
      nombre: 'cuentas.entrar',
      metodo: 'GET',
      camino: '/entrar',
      acceso: 'publico',
      async manejar(p) {
        return pagina(
          paginaEntrar({ csrf: p.csrf(), demostracion, recuperado: p.caminoRecuperado !== undefined }),
        );
      },
    }),
    ruta({
      nombre: 'cuentas.pedir-codigo',
      metodo: 'POST',
      camino: '/entrar',
      acceso: 'publico',
      porMinuto: 10,
      cuerpo: Documento,
      invalido: async (p, campos) =>
        paginaEntrar({ csrf: p.csrf(), valores: p.escrito, errores: campos, demostracion }),
      async manejar(p) {
        const { sesion, espere } = await pedir(p, 'navegador', p.cuerpo);
        return { ...pagina(paginaCodigo({ csrf: o.csrf(sesion.token), espere, demostracion })), sesion };
      },
    }),
    ruta({
      nombre: 'cuentas.entrar-con-codigo',
      metodo: 'POST',
      camino: '/entrar/codigo',
      acceso: 'visitante',
      porMinuto: 20,
      cuerpo: Codigo,
      invalido: async (p, campos) => paginaCodigo({ csrf: p.csrf(), errores: campos, demostracion }),
      async manejar(p) {
        const r = await entrar(p, p.cuerpo.codigo);
        if (r.tipo === 'no')
          return pagina(paginaCodigo({ csrf: p.csrf(), errores: { codigo: r.mensaje }, demostracion }), 422);
        const idPublico = await o.enTransaccion(
          { tipo: 'persona', persona: r.titular, sesion: r.sesion.id },
          (trx) => idPublicoDe(trx, r.titular),
        );
        const propio = p.caminoRecuperado?.startsWith(`/de/${idPublico}/`) ? p.caminoRecuperado : undefined;
        return { ...redirigir(propio ?? `/de/${idPublico}`), sesion: r.sesion };
      },
    }),
    ruta({
      nombre: 'cuentas.salir',
      metodo: 'POST',
      camino: '/salir',
      acceso: 'publico',
      async manejar(p) {
        const { sesion } = p;
        if (sesion) await p.enTransaccion((trx) => cerrarSesion(trx, sesion.token));
        return { ...redirigir('/'), sesion: null };
      },
    }),
    ruta({
      nombre: 'cuentas.api-pedir-codigo',
      metodo: 'POST',
      camino: '/api/v1/accesos',
      acceso: 'publico',
      porMinuto: 10,
      cuerpo: Documento,
      api: {
        resumen: 'Pide el código para entrar',
        etiqueta: 'Acceso',
        descripcion:
          'Responde igual exista o no un RUT con ese documento. El código llega al correo registrado.',
        respuestas: { 202: z.object({ token: z.string() }) },
      },
      async manejar(p) {
        const { sesion } = await pedir(p, 'api', p.cuerpo);
        return json({ token: sesion.token }, 202);
      },
    }),
    ruta({
      nombre: 'cuentas.api-entrar',
      metodo: 'POST',
      camino: '/api/v1/accesos/codigo',
      acceso: 'visitante',
      porMinuto: 20,
      cuerpo: Codigo,
      api: {
        resumen: 'Entra con el código',
        etiqueta: 'Acceso',
        respuestas: { 200: z.object({ token: z.string(), titular: z.string() }) },
      },
      async manejar(p) {
        const r = await entrar(p, p.cuerpo.codigo);
        if (r.tipo === 'no') throw new ErrorDominio('cuentas.codigo', 422, r.mensaje, { codigo: r.mensaje });
        const idPublico = await o.enTransaccion(
          { tipo: 'persona', persona: r.titular, sesion: r.sesion.id },
          (trx) => idPublicoDe(trx, r.titular),
        );
        return json({ token: r.sesion.token, titular: idPublico });
      },
    }),
  ];
}
