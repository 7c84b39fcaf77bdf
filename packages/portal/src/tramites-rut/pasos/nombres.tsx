import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { CampoTexto, type camposDe } from '../../interfaz/index.ts';
import { nombreObligatorio, nombrePropio } from '../inscripcion/campos.ts';

/** Surnames and names as a document writes them. */
export const NOMBRES = z
  .object({
    primerApellido: nombreObligatorio('El primer apellido', 'Escriba el primer apellido.'),
    segundoApellido: nombrePropio('El segundo apellido'),
    primerNombre: nombreObligatorio('El primer nombre', 'Escriba el primer nombre.'),
    otrosNombres: nombrePropio('Los otros nombres'),
  })
  .transform(({ segundoApellido, otrosNombres, ...v }) => ({
    ...v,
    ...definidos({
      segundoApellido: segundoApellido || undefined,
      otrosNombres: otrosNombres || undefined,
    }),
  }));

/** The four fields. Only one's own are filled in by the browser. */
export function CamposNombres({ campo, propios }: { campo: ReturnType<typeof camposDe>; propios?: boolean }) {
  const comun = { ortografia: false, mayusculas: 'words' } as const;
  return (
    <>
      <CampoTexto
        {...campo.texto('primerApellido')}
        {...comun}
        etiqueta="Primer apellido"
        autocompletar={propios ? 'family-name' : 'off'}
      />
      <CampoTexto {...campo.texto('segundoApellido')} {...comun} etiqueta="Segundo apellido" opcional />
      <CampoTexto
        {...campo.texto('primerNombre')}
        {...comun}
        etiqueta="Primer nombre"
        autocompletar={propios ? 'given-name' : 'off'}
      />
      <CampoTexto
        {...campo.texto('otrosNombres')}
        {...comun}
        etiqueta="Otros nombres"
        opcional
        autocompletar={propios ? 'additional-name' : 'off'}
      />
    </>
  );
}
