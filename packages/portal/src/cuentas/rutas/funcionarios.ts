import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { linea, pagina, rechazo, redirigir, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import {
  CHOQUES_FUNCIONARIO,
  crearFuncionario,
  funcionarioActual,
  funcionarios,
  retirarFuncionario,
} from '../funcionarios/crear-funcionario.ts';
import { FUNCIONARIO_ESCRITO } from '../funcionarios/leer-funcionario.ts';
import { paginaFuncionarioNuevo, paginaFuncionarios } from '../paginas/mesa.tsx';
import { alguno, CON_LOS_FUNCIONARIOS } from '../politicas.ts';
import type { Lugar } from '../paginas/seguridad.tsx';
import type { OpcionesCuentas } from './entrar.ts';

const CAMINO = '/mesa/funcionarios';

/** Who has an official's account: seen by who supervises, operates or audits; changed by the first two. */
export function rutasFuncionarios(o: OpcionesCuentas, lugarDe: (p: Peticion, base: string) => Lugar): Ruta[] {
  const cambian = { acceso: 'funcionario', roles: CON_LOS_FUNCIONARIOS.cambiar } as const;
  const lista = async (p: Peticion, invitacion?: { enlace: string; codigo: string }) => {
    const { yo, filas } = await p.enTransaccion(async (trx) => ({
      yo: await funcionarioActual(trx),
      filas: await funcionarios(trx),
    }));
    return paginaFuncionarios({
      lugar: lugarDe(p, CAMINO),
      lista: filas,
      yo: yo?.usuario ?? '',
      cambia: yo !== undefined && alguno(yo.roles, CON_LOS_FUNCIONARIOS.cambiar),
      ...definidos({ invitacion }),
    });
  };
  const formulario = async (p: Peticion, errores?: Record<string, string>) =>
    paginaFuncionarioNuevo({
      lugar: lugarDe(p, CAMINO),
      valores: p.recuperado ?? p.escrito,
      ...definidos({ errores }),
    });
  return [
    ruta({
      nombre: 'cuentas.funcionarios',
      metodo: 'GET',
      camino: CAMINO,
      acceso: 'funcionario',
      roles: CON_LOS_FUNCIONARIOS.ver,
      manejar: async (p) => pagina(await lista(p)),
    }),
    ruta({
      ...cambian,
      nombre: 'cuentas.funcionario-nuevo',
      metodo: 'GET',
      camino: `${CAMINO}/nuevo`,
      manejar: async (p) => pagina(await formulario(p)),
    }),
    ruta({
      ...cambian,
      nombre: 'cuentas.crear-funcionario',
      metodo: 'POST',
      camino: `${CAMINO}/nuevo`,
      reciente: 'reforzada',
      cuerpo: FUNCIONARIO_ESCRITO,
      invalido: formulario,
      async manejar(p) {
        const creado = await p
          .enTransaccion((trx) => crearFuncionario(trx, p.cuerpo, o.urlPublica))
          .catch((error: { constraint?: string }) => {
            const choque = CHOQUES_FUNCIONARIO[error.constraint ?? ''];
            if (choque) return choque;
            throw error;
          });
        if ('campo' in creado) return rechazo({ [creado.campo]: creado.mensaje });
        return pagina(await lista(p, creado));
      },
    }),
    ruta({
      ...cambian,
      nombre: 'cuentas.ver-retirar-funcionario',
      metodo: 'GET',
      camino: `${CAMINO}/retirar`,
      manejar: async () => redirigir(CAMINO),
    }),
    ruta({
      ...cambian,
      nombre: 'cuentas.retirar-funcionario',
      metodo: 'POST',
      camino: `${CAMINO}/retirar`,
      reciente: 'reforzada',
      cuerpo: z.object({ funcionario: linea }),
      async manejar(p) {
        await p.enTransaccion((trx) => retirarFuncionario(trx, p.cuerpo.funcionario));
        return redirigir(CAMINO);
      },
    }),
  ];
}
