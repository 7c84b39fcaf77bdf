import type { RegistroIdentidad } from '../cuentas/index.ts';
import type { Entorno, Sala } from '../plataforma/index.ts';
import { TRAMITES_OFRECIDOS, type TramiteOfrecido } from '../rut/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../sello/index.ts';
import { deCasos } from '../tramites/index.ts';
import { tipoActualizacion } from './actualizacion/index.ts';
import { rutasActualizacion } from './actualizacion/index.ts';
import {
  asistidos,
  CLASES_ASISTIDAS,
  CONSTANCIA,
  rutasAsistidos,
  tipoConstancia,
} from './asistidos/index.ts';
import { enlace } from './enlaces.ts';
import { rutasInscripcion } from './inscripcion/index.ts';
import { actuacionesDeOficio, rutasDeOficio } from './oficio/index.ts';
import { nadieVerifica, type Verificador } from './procedimiento/index.ts';
import { PROCEDIMIENTOS } from './procedimientos.ts';

interface EntornoTramitesRut extends Entorno {
  identidad: RegistroIdentidad;
  /** What the capabilities that know of debts and duties fill; without it nobody looked. */
  verificador?: Verificador;
}

const ACTUALIZAR: TramiteOfrecido = {
  ruta: 'tramites-rut.actualizacion',
  texto: 'Actualizar el RUT',
  si: () => true,
  con: ['activo', 'suspendido'],
};

export const salaTramitesRut: Sala<EntornoTramitesRut> = (entorno) => {
  const e = { ...entorno, verificador: entorno.verificador ?? nadieVerifica };
  const conAsistencia = asistidos(e, PROCEDIMIENTOS);
  const deOficio = actuacionesDeOficio(e);
  return {
    nombre: 'tramites-rut',
    recibe: [CLASES_ASISTIDAS],
    pide: TIPOS_DE_DOCUMENTO.llamados(CONSTANCIA),
    tipos: [
      ...deCasos(tipoActualizacion, ...PROCEDIMIENTOS.map((p) => p.caso(e)), ...deOficio.map((a) => a.caso)),
      ...CLASES_ASISTIDAS.de(...conAsistencia.todos.map((t) => t.clase)),
      ...TRAMITES_OFRECIDOS.de(ACTUALIZAR, ...PROCEDIMIENTOS.map((p) => p.ofrecido)),
      ...TIPOS_DE_DOCUMENTO.de(tipoConstancia(e.urlPublica)),
    ],
    rutas: [
      ...rutasInscripcion({ ...e, registro: e.identidad, caminoEntrar: '/entrar' }),
      ...rutasAsistidos(e, conAsistencia),
      ...PROCEDIMIENTOS.flatMap((p) => p.rutas(e)),
      ...rutasDeOficio(deOficio),
      ...rutasActualizacion(e),
    ],
    enlaces: enlace.nombres,
  };
};
