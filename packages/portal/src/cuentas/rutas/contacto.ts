import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import {
  errores as erroresDeLaCasa,
  linea,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import { CODIGO_DE_MENSAJE } from '../codigo-de-mensaje.ts';
import { cambiarContacto, pedirCambioDeContacto, type Que } from '../contacto/cambiar-contacto.ts';
import { deshacerCambio } from '../contacto/deshacer-cambio.ts';
import {
  paginaCambiar,
  paginaCodigoDeContacto,
  paginaContacto,
  paginaContactoCambiado,
  paginaDeshacer,
  paginaDeshecho,
} from '../paginas/contacto.tsx';
import { CODIGO_DE_CONTACTO, CONTACTO_NUEVO } from '../preguntas.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { lugarDe } from './lugar.ts';

const TITULAR = z.object({ titular: z.string() });
const NO_DESHACE =
  'Ese código no deshace ningún cambio: ya se usó, pasaron 72 horas, o le falta una parte. Cópielo entero del mensaje.';
const OCUPADO = 'Ese correo ya lo usa otra persona en el RUT. Cada persona natural tiene el suyo.';

/** Registered e-mail and phone: of a taxpayer, by who binds them. */
export function rutasContacto(o: OpcionesCuentas): Ruta[] {
  const lugar = (p: Peticion, titular: string) => {
    const base = `/de/${titular}/contacto`;
    return lugarDe(p, {
      base,
      ...(p.camino !== base && { encima: { texto: 'Correo y celular', href: base } }),
    });
  };
  const comun = { acceso: 'titular', ambito: 'firmar', parametros: TITULAR } as const;
  const sesionDe = (p: Peticion): string => {
    if (!p.sesion) throw erroresDeLaCasa.sinSesion();
    return p.sesion.id;
  };
  return [
    ruta({
      ...comun,
      nombre: 'cuentas.contacto',
      metodo: 'GET',
      camino: '/de/:titular/contacto',
      async manejar(p) {
        const contacto = await p.enTransaccion((trx) => contactoDeTitular(trx, p.titular));
        if (!contacto) throw erroresDeLaCasa.noEncontrado();
        return pagina(paginaContacto({ ...contacto, lugar: lugar(p, p.parametros.titular) }));
      },
    }),
    ...(['correo', 'telefono'] as const).flatMap((que: Que) => [
      ruta({
        ...comun,
        nombre: `cuentas.cambiar-${que}`,
        metodo: 'GET',
        camino: `/de/:titular/contacto/${que}`,
        async manejar(p) {
          const valores = p.recuperado && { valores: p.recuperado };
          return pagina(paginaCambiar({ lugar: lugar(p, p.parametros.titular), que, ...valores }));
        },
      }),
      ruta({
        ...comun,
        nombre: `cuentas.pedir-cambio-de-${que}`,
        metodo: 'POST',
        camino: `/de/:titular/contacto/${que}`,
        reciente: 'una',
        porMinuto: 10,
        cuerpo: CONTACTO_NUEVO[que].pregunta.esquema,
        invalido: async (p, errores) =>
          paginaCambiar({
            lugar: lugar(p, p.parametros.titular),
            que,
            valores: p.escrito,
            errores,
          }),
        async manejar(p) {
          const nuevo = p.cuerpo;
          const r = await p.enTransaccion((trx) =>
            pedirCambioDeContacto(trx, o.codigos, { titular: p.titular, sesion: sesionDe(p), que, nuevo }),
          );
          if ('campos' in r) return r;
          const m = lugar(p, p.parametros.titular);
          return pagina(
            paginaCodigoDeContacto({
              lugar: m,
              que,
              nuevo,
              ...definidos({ espere: r.espere }),
              demostracion: o.demostracion,
            }),
          );
        },
      }),
      ruta({
        ...comun,
        nombre: `cuentas.confirmar-cambio-de-${que}`,
        metodo: 'POST',
        camino: `/de/:titular/contacto/${que}/codigo`,
        porMinuto: 20,
        cuerpo: conNombre('nuevo', CONTACTO_NUEVO[que].pregunta).and(conNombre('codigo', CODIGO_DE_CONTACTO)),
        invalido: async (p, errores) =>
          paginaCodigoDeContacto({
            lugar: lugar(p, p.parametros.titular),
            que,
            nuevo: linea.parse(p.escrito.nuevo),
            errores,
            demostracion: o.demostracion,
          }),
        async manejar(p) {
          const { nuevo, codigo } = p.cuerpo;
          const no = await p
            .enTransaccion((trx) =>
              cambiarContacto(trx, o.codigos, {
                titular: p.titular,
                sesion: sesionDe(p),
                que,
                nuevo,
                codigo,
                urlPublica: o.urlPublica,
              }),
            )
            .catch((error: { constraint?: string }) => {
              if (error.constraint === 'correo_en_uso_correo_key') return rechazo({ codigo: OCUPADO });
              throw error;
            });
          if (no) return no;
          const m = lugar(p, p.parametros.titular);
          return pagina(paginaContactoCambiado({ lugar: m, que, titular: p.parametros.titular }));
        },
      }),
    ]),
    ruta({
      nombre: 'cuentas.ver-deshacer',
      metodo: 'GET',
      camino: '/deshacer',
      acceso: 'publico',
      manejar: async () => pagina(paginaDeshacer({})),
    }),
    ruta({
      nombre: 'cuentas.deshacer',
      metodo: 'POST',
      camino: '/deshacer',
      acceso: 'publico',
      porMinuto: 30,
      cuerpo: z.object({ codigo: CODIGO_DE_MENSAJE }),
      invalido: async (p, errores) => paginaDeshacer({ valores: p.escrito, errores }),
      async manejar(p) {
        const hecho = await p.enTransaccion((trx) => deshacerCambio(trx, p.cuerpo.codigo));
        return hecho ? redirigir('/deshacer/hecho') : rechazo({ codigo: NO_DESHACE });
      },
    }),
    ruta({
      nombre: 'cuentas.deshecho',
      metodo: 'GET',
      camino: '/deshacer/hecho',
      acceso: 'publico',
      manejar: async () => pagina(paginaDeshecho()),
    }),
    // Links of before, that ended in their secret: it is not looked at here but pasted in the page.
    ruta({
      nombre: 'cuentas.deshacer-de-antes',
      metodo: 'GET',
      camino: '/deshacer/*',
      acceso: 'publico',
      manejar: async () => redirigir('/deshacer'),
    }),
  ];
}
