import { leerConfig } from '../plataforma/index.ts';
import {
  CHOQUES_FUNCIONARIO,
  crearFuncionario,
  esRol,
  leerFuncionario,
  retirarFuncionario,
  funcionarios,
  ROLES,
} from '../cuentas/index.ts';
import { conLaBase } from './base.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';

const NOMBRES_DE_ROLES = Object.keys(ROLES).join(', ');
const ACTOR = { tipo: 'sistema', trabajo: 'funcionario' } as const;

/** The first official of an office is made here; afterwards, on the page of those who supervise. */
export const ordenFuncionarioCrear: Orden = {
  uso: 'funcionario crear --usuario U --nombre N --correo C --documento TIPO:NÚMERO --rol R [--rol R…] [--json]',
  ayuda: `Crea una cuenta de funcionario y da su invitación. Roles: ${NOMBRES_DE_ROLES}`,
  opciones: {
    usuario: { type: 'string' },
    nombre: { type: 'string' },
    correo: { type: 'string' },
    documento: { type: 'string' },
    rol: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  async ejecutar({ entorno, opciones }) {
    const roles = [opciones.rol ?? []].flat().map(String);
    const malo = roles.find((r) => !esRol(r));
    if (malo !== undefined)
      throw new ErrorDeUso('rol', `No hay un rol «${malo}». Los que hay: ${NOMBRES_DE_ROLES}.`);
    const [tipo = '', numero = ''] = String(opciones.documento ?? '').split(':');
    const leido = leerFuncionario({
      usuario: String(opciones.usuario ?? ''),
      nombre: String(opciones.nombre ?? ''),
      correo: String(opciones.correo ?? ''),
      tipo,
      numero,
      roles,
    });
    if (!leido.ok) throw new ErrorDeUso(leido.campo, leido.mensaje);
    const { urlPublica } = leerConfig(entorno);
    return conLaBase(entorno, async (enTransaccion) => {
      const { enlace, codigo } = await enTransaccion(ACTOR, (trx) =>
        crearFuncionario(trx, leido.valor, urlPublica),
      ).catch((error: Error & { constraint?: string }) => {
        const choque = CHOQUES_FUNCIONARIO[error.constraint ?? ''];
        throw choque ? new ErrorDeUso(choque.campo, choque.mensaje) : error;
      });
      if (opciones.json) console.log(JSON.stringify({ invitacion: enlace, codigo }));
      else console.log(`Invitación, de un solo uso y por 72 horas:\n${codigo}\nSe usa en ${enlace}`);
      return 0;
    });
  },
};

export const ordenFuncionarioRetirar: Orden = {
  uso: 'funcionario retirar USUARIO',
  ayuda: 'Retira una cuenta de funcionario; deja de servir en ese momento',
  opciones: {},
  async ejecutar({ argumentos: [usuario], entorno }) {
    if (!usuario) throw new ErrorDeUso('sin-usuario', 'Falta el usuario.');
    return conLaBase(entorno, (enTransaccion) =>
      enTransaccion(ACTOR, async (trx) => {
        const hallado = (await funcionarios(trx)).find((f) => f.usuario === usuario && !f.retiradoEn);
        if (!hallado) throw new ErrorDeUso('usuario', 'No hay un funcionario en servicio con ese usuario.');
        await retirarFuncionario(trx, hallado.idPublico);
        console.error('Retirado');
        return 0;
      }),
    );
  },
};
