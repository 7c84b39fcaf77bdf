import type { Entorno, Sala } from '../plataforma/index.ts';
import { autenticador } from './autenticador/index.ts';
import { CIFRAS_DE_MESA } from './cifras.ts';
import { enlace } from './enlaces.ts';
import type { Llaves } from './llaves/index.ts';
import { rutasCuentas } from './rutas/index.ts';
import { trabajoLimpiezaDeCuentas } from './trabajos.ts';

export const salaCuentas: Sala<Entorno & { llaves: Llaves }> = (e) => ({
  nombre: 'cuentas',
  recibe: [CIFRAS_DE_MESA],
  rutas: rutasCuentas({ ...e, autenticador: autenticador(e.claves), demostracion: e.conBuzon }),
  trabajos: [trabajoLimpiezaDeCuentas],
  enlaces: enlace.nombres,
});
