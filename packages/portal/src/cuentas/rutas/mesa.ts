import { z } from 'zod';
import {
  errores as erroresDeLaCasa,
  linea,
  llamar,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Sesion,
} from '../../plataforma/index.ts';
import type { Tesela } from '../../interfaz/index.ts';
import { CODIGO_DE_MENSAJE } from '../codigo-de-mensaje.ts';
import { cifrasDe } from '../cifras.ts';
import { enlace } from '../enlaces.ts';
import { entrarConContrasena } from '../entrar/entrar-con-contrasena.ts';
import { entrarConLlave } from '../entrar/entrar-con-llave.ts';
import { navegadorDe } from '../entrar/navegador.ts';
import type { Entrada } from '../entrar/seguir-entrando.ts';
import { factoresDe, pideSegundo } from '../factores.ts';
import { aceptarInvitacion } from '../funcionarios/aceptar-invitacion.ts';
import { funcionarioActual, type Yo } from '../funcionarios/crear-funcionario.ts';
import type { Rol } from '../funcionarios/roles.ts';
import { paginaActivar, paginaEntrarMesa, paginaMesa } from '../paginas/mesa.tsx';
import { MIGA_MESA } from '../paginas/piezas.tsx';
import { alguno, CON_LOS_FUNCIONARIOS } from '../politicas.ts';
import type { Lugar } from '../paginas/seguridad.tsx';
import { cuentaDe } from './dueno-de-la-cuenta.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { contrasenaEscrita, RESPUESTA_DE_LLAVE } from './esquemas.ts';
import { rutasFuncionarios } from './funcionarios.ts';
import { rutasSeguridad } from './seguridad.ts';
import { entrado, probarEnVisita, visitaDe, yaEntroEnLaMesa } from './visita.ts';

const NO_INVITA =
  'Ese código no es de ninguna invitación que sirva: ya se usó, venció o le falta una parte. Cópielo entero, o pida otra a quien supervisa.';
const contrasena = contrasenaEscrita.refine((v) => v.length > 0, { error: 'Escriba su contraseña.' });

/** @throws 404 when the official is no more. */
async function yoDe(p: Peticion): Promise<Yo> {
  const yo = await p.enTransaccion(funcionarioActual);
  if (!yo) throw erroresDeLaCasa.noEncontrado();
  return yo;
}

const lugarDeMesa = (p: Peticion, base: string): Lugar => ({
  base,
  migas: p.camino === '/mesa' ? [] : [MIGA_MESA],
});

/** What officials do in rooms below, by the name of its route: shown where it is mounted, to whom it lets through. */
const TRABAJO: readonly (Omit<Tesela, 'href'> & { ruta: Parameters<typeof enlace>[0] })[] = [
  {
    ruta: 'tramites.mesa',
    icono: 'recibo',
    texto: 'Trámites',
    dato: 'Su cola, lo suyo y lo que espera a otro',
  },
  {
    ruta: 'tramites.supervision',
    icono: 'balanza',
    texto: 'Supervisión',
    dato: 'Qué entra y qué termina, plazos cumplidos y quién tiene qué',
  },
  {
    ruta: 'tramites-rut.asistidos',
    icono: 'conversacion',
    texto: 'Trámites asistidos',
    dato: 'Atender a alguien que acepta con un código',
  },
  {
    ruta: 'tramites-rut.oficio',
    icono: 'archivo',
    texto: 'Actos de oficio',
    dato: 'Suspender, levantar, cancelar o actualizar un RUT',
  },
  {
    ruta: 'obligaciones.mesa',
    icono: 'libro',
    texto: 'Obligaciones',
    dato: 'Lo que alguien debe y pagó, con una razón escrita, y los actos por confirmar',
  },
  {
    ruta: 'obligaciones.recaudo',
    icono: 'billete',
    texto: 'Recaudo',
    dato: 'Archivos de los bancos, dinero por identificar y cuadre de cada noche',
  },
  {
    ruta: 'tramites.avisos',
    icono: 'correo',
    texto: 'Correo diario',
    dato: 'Lo que vence, una vez al día',
  },
  {
    ruta: 'operacion.sellos',
    icono: 'sello',
    texto: 'Documentos sin sello',
    dato: 'Los que se demoran en sellarse, y cómo intentarlo otra vez',
  },
];

function trabajoDe(roles: readonly Rol[]): Tesela[] {
  return TRABAJO.flatMap(({ ruta: nombre, ...tesela }) => {
    const href = alguno(roles, enlace.roles(nombre) as readonly Rol[]) ? enlace(nombre) : undefined;
    return href ? [{ ...tesela, href }] : [];
  });
}

/** The officials' side: how they come in, their home, their own account, and who has one. */
export function rutasMesa(o: OpcionesCuentas): Ruta[] {
  const responder = async (p: Peticion, visita: Sesion, e: Entrada): Promise<Respuesta> => {
    if (e.tipo === 'dentro') return entrado(o.enTransaccion, p, e);
    if (e.tipo === 'segundo-paso') return { ...redirigir('/entrar/segundo'), sesion: visita };
    return { ...rechazo({ contrasena: e.mensaje }), sesion: visita };
  };
  return [
    ruta({
      nombre: 'cuentas.mesa-entrar',
      metodo: 'GET',
      camino: '/mesa/entrar',
      acceso: 'publico',
      manejar: async () => pagina(paginaEntrarMesa({})),
    }),
    ruta({
      nombre: 'cuentas.mesa-entrar-con-contrasena',
      metodo: 'POST',
      camino: '/mesa/entrar',
      acceso: 'publico',
      sinAutoridad: true,
      porMinuto: 30,
      cuerpo: z.object({ usuario: linea.transform((v) => v.toLowerCase()), contrasena }),
      invalido: async (p, errores) => paginaEntrarMesa({ valores: p.escrito, errores }),
      async manejar(p) {
        const { usuario } = p.cuerpo;
        const ya = await yaEntroEnLaMesa(p, usuario);
        if (ya) return ya;
        const visita = await visitaDe(p, 'navegador');
        const r = await entrarConContrasena(o, {
          visita,
          nombre: `funcionario:${usuario}`,
          async buscar(trx) {
            const id = await llamar(trx, 'cuentas.funcionario_por_usuario', { usuario });
            return id ? { id, clase: 'funcionario' } : undefined;
          },
          contrasena: p.cuerpo.contrasena,
          navegador: navegadorDe(p),
        });
        return responder(p, visita, r);
      },
    }),
    ruta({
      nombre: 'cuentas.mesa-entrar-con-llave',
      metodo: 'POST',
      camino: '/mesa/entrar/llave',
      acceso: 'visitante',
      sinAutoridad: true,
      porMinuto: 30,
      cuerpo: RESPUESTA_DE_LLAVE,
      invalido: async (p, errores) => paginaEntrarMesa({ valores: p.escrito, errores }),
      async manejar(p) {
        const ya = await yaEntroEnLaMesa(p);
        if (ya) return ya;
        const { visita, r } = await probarEnVisita(o, p, 'navegador', (trx, e) =>
          entrarConLlave(trx, o, { ...e, ...p.cuerpo, clase: 'funcionario' }),
        );
        return responder(p, visita, r);
      },
    }),
    ruta({
      nombre: 'cuentas.ver-invitacion',
      metodo: 'GET',
      camino: '/mesa/activar',
      acceso: 'publico',
      manejar: async () => pagina(paginaActivar({})),
    }),
    // Links of before, that ended in their secret: it is not looked at here but pasted in the page.
    ruta({
      nombre: 'cuentas.ver-invitacion-de-antes',
      metodo: 'GET',
      camino: '/mesa/activar/*',
      acceso: 'publico',
      manejar: async () => redirigir('/mesa/activar'),
    }),
    ruta({
      nombre: 'cuentas.aceptar-invitacion',
      metodo: 'POST',
      camino: '/mesa/activar',
      acceso: 'publico',
      porMinuto: 20,
      cuerpo: z.object({ codigo: CODIGO_DE_MENSAJE, contrasena: contrasenaEscrita }),
      invalido: async (p, errores) => paginaActivar({ valores: p.escrito, errores }),
      async manejar(p) {
        const r = await aceptarInvitacion(p, p.cuerpo);
        if (r === 'aceptada') return redirigir('/mesa/entrar');
        if (r === 'vencida') return rechazo({ codigo: NO_INVITA });
        return rechazo({ contrasena: r.mensaje });
      },
    }),
    ruta({
      nombre: 'cuentas.mesa',
      metodo: 'GET',
      camino: '/mesa',
      acceso: 'funcionario',
      async manejar(p) {
        const yo = await yoDe(p);
        const factores = await p.enTransaccion((trx) => factoresDe(trx, cuentaDe(p).cuenta));
        const conSegundo = pideSegundo(factores);
        return pagina(
          paginaMesa({
            cifras: conSegundo ? await p.enTransaccion((trx) => cifrasDe(trx, yo.roles)) : [],
            lugar: lugarDeMesa(p, '/mesa'),
            yo,
            conSegundo,
            gestiona: alguno(yo.roles, CON_LOS_FUNCIONARIOS.ver),
            trabajo: trabajoDe(yo.roles),
          }),
        );
      },
    }),
    ...rutasSeguridad(o, {
      base: '/mesa/cuenta',
      acceso: 'funcionario',
      nombre: 'cuentas.mesa-cuenta',
      lugar: (p) => lugarDeMesa(p, '/mesa/cuenta'),
      rotulo: async (p) => `${(await yoDe(p)).usuario} (funcionario)`,
    }),
    ...rutasFuncionarios(o, lugarDeMesa),
  ];
}
