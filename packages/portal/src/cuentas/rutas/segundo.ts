import {
  json,
  pagina,
  rechazo,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Sesion,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { Entrada, Navegador } from '../entrar/seguir-entrando.ts';
import {
  pedirCodigoPorOtroCanal,
  pendienteDe,
  PROPOSITO_SEGUNDO_PASO,
  responderConCodigo,
  responderConLlave,
  responderPorOtroCanal,
} from '../entrar/segundo-paso.ts';
import { paginaEntrar, paginaSegundo, type PropsSegundo } from '../paginas/entrar.tsx';
import type { OpcionesCuentas } from './entrar.ts';
import { CODIGO_ENVIADO, CODIGO_DE_SEGUNDO, RESPUESTA_DE_LLAVE } from './esquemas.ts';
import { entrado, enVisita, probarEnVisita, visitaDe, yaEntro } from './visita.ts';

/** The second factor, of taxpayers and of officials. */
export function rutasSegundoPaso(o: OpcionesCuentas): Ruta[] {
  const deNuevo = () =>
    paginaEntrar({
      errores: { numero: 'Pasó mucho tiempo, o todavía no ha empezado a entrar. Empiece otra vez.' },
      demostracion: o.demostracion,
    });
  const vencida = () => pagina(deNuevo(), 409);
  const mostrar = async (
    p: Peticion,
    mas: Partial<Pick<PropsSegundo, 'errores' | 'enviado'>> = {},
  ): Promise<string | undefined> => {
    const pendiente = await p.enTransaccion(async (trx) =>
      p.sesion ? pendienteDe(trx, p.sesion) : undefined,
    );
    return pendiente && paginaSegundo({ ...pendiente, ...mas, demostracion: o.demostracion });
  };
  const responder = async (
    p: Peticion,
    campo: string,
    probar: (trx: Transaccion, e: { visita: Sesion; navegador: Navegador }) => Promise<Entrada>,
  ): Promise<Respuesta> => {
    const ya = await yaEntro(o, p);
    if (ya) return ya;
    const { r } = await probarEnVisita(o, p, 'navegador', probar);
    if (r.tipo === 'dentro') return entrado(o.enTransaccion, p, r);
    if (!(await mostrar(p))) return vencida();
    return rechazo({ [campo]: r.tipo === 'no' ? r.mensaje : '' });
  };
  return [
    ruta({
      nombre: 'cuentas.segundo-paso',
      metodo: 'GET',
      camino: '/entrar/segundo',
      acceso: 'visitante',
      async manejar(p) {
        const ya = await yaEntro(o, p);
        if (ya) return ya;
        const html = await mostrar(p);
        return html ? pagina(html) : vencida();
      },
    }),
    ruta({
      nombre: 'cuentas.segundo-paso-con-codigo',
      metodo: 'POST',
      camino: '/entrar/segundo',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 30,
      cuerpo: CODIGO_DE_SEGUNDO,
      invalido: async (p, errores) => (await mostrar(p, { errores })) ?? deNuevo(),
      manejar: (p) =>
        responder(p, 'codigo', (trx, e) => responderConCodigo(trx, o, { ...e, codigo: p.cuerpo.codigo })),
    }),
    ruta({
      nombre: 'cuentas.pedir-reto-de-segundo-paso',
      metodo: 'POST',
      camino: '/entrar/segundo/opciones',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 30,
      async manejar(p) {
        const visita = await visitaDe(p, 'navegador');
        const opciones = await enVisita(o.enTransaccion, visita, (trx) =>
          o.llaves.pedirUso(trx, { sesion: visita.id, proposito: PROPOSITO_SEGUNDO_PASO }),
        );
        return json({ opciones, csrf: p.csrf() });
      },
    }),
    ruta({
      nombre: 'cuentas.segundo-paso-con-llave',
      metodo: 'POST',
      camino: '/entrar/segundo/llave',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 30,
      cuerpo: RESPUESTA_DE_LLAVE,
      invalido: async (p, errores) => (await mostrar(p, { errores })) ?? deNuevo(),
      manejar: (p) =>
        responder(p, 'codigo', (trx, e) =>
          responderConLlave(trx, o, { ...e, respuesta: p.cuerpo.respuesta }),
        ),
    }),
    ruta({
      nombre: 'cuentas.pedir-codigo-por-otro-canal',
      metodo: 'POST',
      camino: '/entrar/segundo/enviar',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 10,
      async manejar(p) {
        const ya = await yaEntro(o, p);
        if (ya) return ya;
        const visita = await visitaDe(p, 'navegador');
        const r = await enVisita(o.enTransaccion, visita, (trx) => pedirCodigoPorOtroCanal(trx, o, visita));
        const html = await mostrar(p, r === 'no' ? {} : { enviado: r });
        return html ? pagina(html) : vencida();
      },
    }),
    ruta({
      nombre: 'cuentas.segundo-paso-por-otro-canal',
      metodo: 'POST',
      camino: '/entrar/segundo/otro-canal',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 20,
      cuerpo: CODIGO_ENVIADO,
      invalido: async (p, errores) => (await mostrar(p, { errores, enviado: 'enviado' })) ?? deNuevo(),
      manejar: (p) =>
        responder(p, 'enviado', (trx, e) =>
          responderPorOtroCanal(trx, o, { ...e, codigo: p.cuerpo.enviado }),
        ),
    }),
  ];
}
