import type { RecorridoMontado } from '../interfaz/recorrido/index.ts';
import type { DocumentoOpenapi, Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { borradoresDeHoy } from './borradores-de-hoy.ts';
import { rutasInicio } from './rutas.ts';

interface EntornoInicio extends Entorno {
  openapi: () => DocumentoOpenapi;
  recorridos: () => readonly RecorridoMontado[];
}

export const salaInicio: Sala<EntornoInicio> = (e) => ({
  nombre: 'inicio',
  tipos: LO_DE_HOY.de(borradoresDeHoy(e.recorridos)),
  rutas: rutasInicio({ ...e, ayuda: e.config.ayuda, demostracion: e.conBuzon }),
});
