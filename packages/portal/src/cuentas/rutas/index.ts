import type { Ruta } from '../../plataforma/index.ts';
import { rutasActuar } from './actuar.ts';
import { rutasApi } from './api.ts';
import { rutasContacto } from './contacto.ts';
import { rutasMesa } from './mesa.ts';
import { rutasCuenta } from './cuenta.ts';
import { rutasConfirmar } from './confirmar.ts';
import { rutasEntrar, type OpcionesCuentas } from './entrar.ts';
import { rutasSegundoPaso } from './segundo.ts';

export const rutasCuentas = (o: OpcionesCuentas): Ruta[] => [
  ...rutasEntrar(o),
  ...rutasSegundoPaso(o),
  ...rutasConfirmar(o),
  ...rutasCuenta(o),
  ...rutasActuar(o),
  ...rutasContacto(o),
  ...rutasMesa(o),
  ...rutasApi(o),
];
