import type { Json } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { casillasDe, type Formulario as FormularioTributario } from '@autogestion/normas/formularios/motor';
import { Boton, Formulario, Pagina, Radios, renderizarPagina } from '../../../interfaz/index.ts';
import type { Borrador, Choque } from '../../borrador/index.ts';
import { claseDe } from '../../clases/index.ts';
import { DE_LA_SANCION } from '../../cuenta/index.ts';
import { deBorrador } from '../direcciones.ts';

/** Two devices answered the same thing otherwise: both answers, to choose. */
export function paginaChoques(o: {
  borrador: Borrador;
  choques: readonly Choque[];
  titular: string;
}): string {
  const base = deBorrador(o.titular, o.borrador.idPublico);
  const { formulario } = claseDe(o.borrador.formulario);
  return renderizarPagina(
    <Pagina
      titulo="Esto cambió en otro aparato"
      volver={{ href: base, texto: 'Las partes de la declaración' }}
    >
      <p class="govuk-body">
        Mientras usted escribía aquí, alguien cambió lo mismo desde otra página u otro aparato. No se guardó
        nada de esta página. Elija cuál vale en cada caso.
      </p>
      <Formulario accion={`${base}/choques`} ocultos={{ _revision: o.borrador.revision }}>
        {o.choques.map((c, i) => (
          <>
            <input type="hidden" name={`propuesto-${i}`} value={JSON.stringify([c.clave, c.propuesto])} />
            <Radios
              nombre={`elige-${i}`}
              etiqueta={nombreDe(formulario, c.clave)}
              valor="propuesto"
              error={undefined}
              opciones={[
                { valor: 'propuesto', texto: `Lo que escribió aquí: ${enPalabras(c.propuesto)}` },
                { valor: 'guardado', texto: `Lo que ya está guardado: ${enPalabras(c.guardado)}` },
              ]}
            />
          </>
        ))}
        <Boton>Guardar lo que elegí</Boton>
      </Formulario>
    </Pagina>,
  );
}

function nombreDe(formulario: FormularioTributario, clave: string): string {
  const [prefijo, resto = ''] = clave.split(':');
  if (prefijo === 'casilla') {
    const casilla = casillasDe(formulario).find((c) => c.clave === resto);
    return casilla ? `Casilla ${resto}, ${casilla.nombre}` : resto;
  }
  if (clave === DE_LA_SANCION) return 'Lo que dijo de la sanción';
  return formulario.hechos.find((h) => h.clave === resto)?.nombre ?? resto;
}

function enPalabras(v: Json): string {
  if (v === null) return 'vacío';
  if (typeof v === 'number') return formatearPesos(BigInt(v));
  return typeof v === 'string' ? v : 'otra respuesta';
}
