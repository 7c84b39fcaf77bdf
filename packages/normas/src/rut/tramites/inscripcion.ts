import { inscripcionEnLinea } from '../../documentos-identidad/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { EDAD_MINIMA_EN_LINEA, tieneEdadParaInscribirseEnLinea } from '../edad.ts';
import { condicion, evaluacion, negar } from './condicion.ts';
import type { Evaluacion } from './condicion.ts';

/** What is known of a natural person who wants to register online. */
export interface HechosInscripcion {
  hoy: Fecha;
  /** Box 25. */
  tipoDocumento?: string;
  nacimiento?: Fecha;
  /** Whether the identity registry says that the person died. */
  fallecida?: boolean;
  /** Whether they have a RUT already. */
  yaInscrita?: boolean;
  /** Whether they are who they say they are, by the identity registry or its questions. */
  identidadConfirmada?: boolean;
  correoVerificado?: boolean;
  /** Whether they must register with a Chamber of Commerce, as merchants do. */
  obligadaAMatricula?: boolean;
}

/** Whether somebody may register in the RUT online and by themselves (ET 555-2, DUR 1.6.1.2.7 to .11). */
export function evaluarInscripcion(h: HechosInscripcion): Evaluacion {
  const admision = h.tipoDocumento === undefined ? undefined : inscripcionEnLinea(h.tipoDocumento);
  return evaluacion([
    condicion({
      id: 'sin-inscripcion-anterior',
      articulo: 'DUR 1.6.1.2.7',
      hecho: negar(h.yaInscrita),
      cumple: 'No está en el RUT todavía.',
      noCumple: 'Ya está en el RUT, y la inscripción no se vence: lo que cambió se actualiza.',
      noSeSabe: 'Falta comprobar que no esté ya en el RUT.',
    }),
    condicion({
      id: 'documento',
      articulo: 'DUR 1.6.1.2.11 num. 2',
      hecho: admision?.admite,
      cumple: 'Su documento sirve para inscribirse en línea.',
      noCumple: admision?.admite === false ? admision.razon : '',
      noSeSabe: 'Falta saber con qué documento se identifica.',
      certeza: 'parametro',
    }),
    condicion({
      id: 'vive',
      articulo: 'DUR 1.6.1.2.11 num. 3',
      hecho: negar(h.fallecida),
      cumple: 'El registro de identidad no dice que haya fallecido.',
      noCumple:
        'El registro de identidad dice que esta persona falleció: su sucesión la inscribe el representante.',
      noSeSabe: 'Falta consultar el registro de identidad.',
    }),
    condicion({
      id: 'edad',
      articulo: 'Decisión de esta oficina: las normas leídas no fijan edad',
      hecho: h.nacimiento && tieneEdadParaInscribirseEnLinea(h.nacimiento, h.hoy),
      cumple: `Tiene ${EDAD_MINIMA_EN_LINEA.anios} años o más.`,
      noCumple: EDAD_MINIMA_EN_LINEA.mensaje,
      noSeSabe: 'Falta la fecha de nacimiento.',
      certeza: 'parametro',
    }),
    condicion({
      id: 'identidad',
      articulo: 'DUR 1.6.1.2.10; ET 555-2 par. 3',
      hecho: h.identidadConfirmada,
      cumple: 'Se comprobó que usted es quien dice ser.',
      noCumple: 'No se pudo comprobar que usted es quien dice ser: siga con un funcionario.',
      noSeSabe: 'Falta comprobar que usted es quien dice ser.',
    }),
    condicion({
      id: 'correo',
      articulo: 'DUR 1.6.1.2.5 num. 2; ET 563',
      hecho: h.correoVerificado,
      cumple: 'Su correo electrónico está comprobado.',
      noCumple: 'El código que le enviamos al correo no coincidió.',
      noSeSabe: 'Falta comprobar su correo electrónico.',
    }),
    condicion({
      id: 'sin-matricula-mercantil',
      articulo: 'ET 555-1; Resolución DIAN 110 de 2021, arts. 1 a 4',
      hecho: negar(h.obligadaAMatricula),
      cumple: 'No está obligado a matrícula mercantil.',
      noCumple: 'Quien debe tener matrícula mercantil se inscribe en el RUT por la Cámara de Comercio.',
      noSeSabe: 'Falta saber si debe tener matrícula mercantil.',
    }),
  ]);
}
