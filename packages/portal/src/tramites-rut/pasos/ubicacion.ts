import { departamento, DEPARTAMENTOS } from '@autogestion/normas/geografia';
import { direccion, direccionUrbana, municipio, opcion } from '../../interfaz/preguntas/index.ts';
import { guion, type RespuestasDe } from '../../interfaz/recorrido/index.ts';

/** Department, municipality and address (boxes 39 to 41). */
export const ubicacion = guion<object>()
  .parte('Su dirección')
  .paso(
    'departamento',
    { nombre: 'Departamento', pregunta: '¿En qué departamento queda su dirección?' },
    opcion({
      campo: 'departamento',
      de: DEPARTAMENTOS.map((d) => ({ valor: d.codigo, texto: d.nombre })),
      falta: 'Elija el departamento.',
      conBusqueda: true,
      rotulo: false,
      ejemplos: [{ departamento: '25' }],
    }),
  )
  .paso(
    'municipio',
    {
      nombre: 'Municipio',
      pregunta: (d) =>
        `¿En qué municipio de ${departamento(d.respuestas.departamento ?? '')?.nombre ?? 'Colombia'}?`,
    },
    municipio({ departamento: (d) => d.respuestas.departamento }),
  )
  .paso(
    'tipo-direccion',
    { nombre: 'Clase de dirección', pregunta: '¿Cómo es su dirección?' },
    opcion({
      campo: 'tipo',
      de: [
        {
          valor: 'con-nomenclatura',
          texto: 'Tiene calle y número',
          ayuda: 'Por ejemplo, Calle 13 A # 5 - 20',
        },
        {
          valor: 'sin-nomenclatura',
          texto: 'No tiene',
          ayuda: 'Por ejemplo, una vereda, una finca o un barrio sin placas',
        },
      ],
      falta: 'Elija cómo es su dirección.',
      rotulo: false,
    }),
  )
  .paso(
    'direccion',
    {
      nombre: 'Dirección',
      pregunta: '¿Cuál es su dirección?',
      aplica: (d) => d.respuestas['tipo-direccion'] === 'con-nomenclatura',
    },
    direccionUrbana(),
  )
  .paso(
    'direccion-libre',
    {
      nombre: 'Dirección',
      pregunta: '¿Cómo se llega?',
      aplica: (d) => d.respuestas['tipo-direccion'] === 'sin-nomenclatura',
    },
    direccion({
      ayuda:
        'Escriba la vereda, la finca o el barrio, y una seña si hace falta. Por ejemplo: Vereda San Juan, finca La Esperanza.',
      ejemplos: [{ direccion: 'Vereda San Juan, finca La Esperanza' }],
    }),
  );

export type RespuestasUbicacion = RespuestasDe<typeof ubicacion>;
