import type { DocumentoOpenapi, Entorno, Sala } from '../plataforma/index.ts';
import { rutasInicio } from './rutas.ts';

export const salaInicio: Sala<Entorno & { openapi: () => DocumentoOpenapi }> = (e) => ({
  nombre: 'inicio',
  rutas: rutasInicio({ ...e, demostracion: e.conBuzon }),
});
