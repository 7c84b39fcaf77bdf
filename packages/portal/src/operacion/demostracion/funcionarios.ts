import type { FuncionarioNuevo } from '../../cuentas/index.ts';
import { cedulaDeNadie, correoDeNadie } from './nadie.ts';

/** Officials with whom to try the desk: two attend, so that one may confirm what the other prepared; one supervises. */
export const FUNCIONARIOS: readonly FuncionarioNuevo[] = [
  {
    usuario: 'mesa.uno',
    nombre: 'Funcionaria Uno de la Demostración',
    roles: ['mesa-rut', 'video'],
    n: 9_001,
  },
  {
    usuario: 'mesa.dos',
    nombre: 'Funcionario Dos de la Demostración',
    roles: ['mesa-rut', 'video'],
    n: 9_002,
  },
  {
    usuario: 'supervisora',
    nombre: 'Supervisora de la Demostración',
    roles: ['supervisor', 'auditor'],
    n: 9_003,
  },
].map(({ n, ...f }) => ({
  ...f,
  roles: f.roles as FuncionarioNuevo['roles'],
  correo: correoDeNadie(f.usuario, n),
  tipoDocumento: '13',
  numero: cedulaDeNadie(n),
}));
