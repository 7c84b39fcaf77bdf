import { siONo } from '../../../../interfaz/preguntas/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import { empresaQuizas, nombreDe } from '../hojas/comun.ts';

const hoy = (d: Dicho) => hechosDe(d).registro.organizacion?.vinculacion;
const hay = (d: Dicho<{ 'vinculacion-hay': boolean }>) => d.respuestas['vinculacion-hay'] === true;

/** Boxes 93 to 97. */
export const preguntasVinculacion = preguntas()
  .parte('Grupo económico', cambia('vinculacion'))
  .paso(
    'vinculacion-hay',
    {
      nombre: 'Vinculación económica',
      pregunta: '¿La entidad es de un grupo económico, o tiene una matriz que la controla?',
    },
    siONo({ campo: 'hay', etiqueta: 'Su respuesta' }),
  )
  .paso(
    'vinculacion-grupo',
    { nombre: 'Grupo', pregunta: '¿Cómo se llama el grupo?', aplica: hay },
    nombreDe({
      campo: 'grupo',
      etiqueta: 'Nombre del grupo económico o empresarial',
      ayuda: 'Si solo tiene una matriz, déjelo vacío.',
      que: 'El nombre del grupo',
      maximo: 150,
      hoy: (d: Dicho) => hoy(d)?.grupo,
      ejemplos: [{ grupo: 'Grupo Ficticio' }],
    }),
  )
  .paso(
    'vinculacion-matriz',
    {
      nombre: 'Matriz',
      pregunta: '¿Quién es la matriz o controlante?',
      aplica: hay,
      admite(v, d) {
        if (v.nit === hechosDe(d).registro.nit) return { nit: 'Una entidad no puede ser su propia matriz.' };
        const nada = v.nit === '' && d.respuestas['vinculacion-grupo'] === '';
        return nada ? { nit: 'Diga el nombre del grupo o quién es la matriz.' } : undefined;
      },
    },
    empresaQuizas({
      que: 'la matriz',
      antes: 'Si el grupo no tiene una, deje los dos campos vacíos.',
      nit: {
        nombre: 'NIT, con su dígito de verificación',
        ayuda: 'Por ejemplo, 900.123.456-8',
        conDv: true,
        hoy: (d: Dicho) => hoy(d)?.matriz?.nit,
      },
      nombre: { nombre: 'Nombre o razón social', hoy: (d: Dicho) => hoy(d)?.matriz?.nombre },
    }),
  );
