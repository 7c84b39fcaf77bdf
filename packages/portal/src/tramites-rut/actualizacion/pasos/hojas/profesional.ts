import { nombreCorrido } from '../../../../interfaz/preguntas/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import {
  documentoDe,
  empresaQuizas,
  exigirRut,
  fechaDe,
  LISTA,
  nombreDe,
  nombresDe,
  queHacer,
  unaVezCadaUno,
} from './comun.ts';

const GRUPO = 'profesional';
/** Of sheet 5. */
const NOMBRE_CARGO = {
  revisorFiscal: 'Revisor fiscal principal',
  revisorFiscalSuplente: 'Revisor fiscal suplente',
  contador: 'Contador',
} as const;
const TEXTOS = { poner: 'Entró una persona', retirar: 'Salió y nadie quedó en su lugar' } as const;

const TARJETA = 'Escriba el número de la tarjeta y su letra, por ejemplo 12345-T.';

/** What a change of this list asks of the others. */
type DeProfesional = Dicho<{
  'profesional-cargo': keyof typeof NOMBRE_CARGO;
  'profesional-accion': keyof typeof TEXTOS;
}>;
const cargoDe = (d: DeProfesional) => d.respuestas['profesional-cargo'];
const entra = (d: DeProfesional) => d.respuestas['profesional-accion'] === 'poner';
const hayEnElCargo = (d: DeProfesional) => {
  const cargo = cargoDe(d);
  return cargo !== undefined && hechosDe(d).registro[cargo] !== undefined;
};

/** One change of each office in a draft. */
const CARGO = unaVezCadaUno({
  grupo: GRUPO,
  campo: 'cargo',
  etiqueta: 'Cargo',
  nombres: NOMBRE_CARGO,
  dicho: cargoDe,
  falta: 'Elija el cargo.',
  repetido: 'Ya anotó un cambio en ese cargo: corríjalo o quítelo.',
});

const unCambio = (reloj: Reloj) =>
  preguntas()
    .paso('profesional-cargo', { nombre: 'Cargo', pregunta: '¿En qué cargo hubo un cambio?' }, CARGO.pregunta)
    .paso(
      'profesional-accion',
      { nombre: 'Qué cambia en el cargo', pregunta: '¿Qué pasó?' },
      queHacer('Qué pasó', TEXTOS, (a, d: DeProfesional) => a === 'poner' || hayEnElCargo(d)),
    )
    .paso(
      'profesional-documento',
      {
        nombre: 'Documento',
        pregunta: '¿Cuál es el documento de quien entra al cargo?',
        aplica: entra,
        alGuardar: exigirRut,
      },
      documentoDe(),
    )
    .paso(
      'profesional-nombres',
      { nombre: 'Nombres', pregunta: '¿Cómo se llama quien entra al cargo?', aplica: entra },
      nombresDe('Nombre'),
    )
    .paso(
      'profesional-tarjeta',
      { nombre: 'Tarjeta profesional', pregunta: '¿Cuál es su tarjeta profesional?', aplica: entra },
      nombreDe({
        campo: 'tarjeta',
        etiqueta: 'Número de tarjeta profesional',
        ayuda: 'Por ejemplo, 12345-T',
        que: 'El número',
        maximo: 20,
        leer: (t) => t.replace(/\s/g, '').toUpperCase(),
        forma: { patron: /^\d{1,7}-?[A-Z]?$/, mensaje: TARJETA },
        falta: TARJETA,
        ancho: 10,
        ejemplos: [{ tarjeta: '12345-t' }],
      }),
    )
    .paso(
      'profesional-firma',
      { nombre: 'Firma', pregunta: '¿Lo designó una firma?', aplica: entra },
      empresaQuizas({
        que: 'la firma',
        antes: 'Si trabaja por su cuenta, deje los dos campos vacíos.',
        nit: { nombre: 'NIT de la firma' },
        nombre: { nombre: 'Nombre de la firma' },
      }),
    )
    .paso(
      'profesional-nombramiento',
      { nombre: 'Nombramiento', pregunta: '¿Qué día fue el nombramiento?', aplica: entra },
      fechaDe(reloj, 'Fecha de nombramiento', { rotulo: 'Nombramiento' }),
    );

/** Sheet 5 (boxes 124 to 159). */
export const preguntasProfesional = (reloj: Reloj) =>
  preguntas()
    .parte('Revisor fiscal y contador', cambia('revisor-contador'))
    .lista(
      {
        ...LISTA,
        grupo: GRUPO,
        puedeOtra: CARGO.puedeOtra,
        describir(d) {
          const [cargo, accion] = [cargoDe(d), d.respuestas['profesional-accion']];
          if (!cargo || !accion) return undefined;
          if (accion === 'retirar') return `${NOMBRE_CARGO[cargo]}: salió y nadie quedó en su lugar`;
          const n = d.respuestas['profesional-nombres'];
          const completo = n && d.respuestas['profesional-nombramiento'];
          return completo && `${NOMBRE_CARGO[cargo]}: entró ${nombreCorrido(n)}`;
        },
      },
      unCambio(reloj),
      { nombre: 'Otro cambio', pregunta: '¿Hay otro cambio en el revisor fiscal o el contador?' },
    );
