import {
  Boton,
  CampoCodigo,
  camposDe,
  CampoTexto,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  TextoInset,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { type NivelDePrueba, type SinEmitir } from '../../plataforma/index.ts';
import type { Opciones } from '../confirmar/confirmar.ts';
import { codigoQueLlego } from '../preguntas.ts';
import { AvisoDemostracion, Enviado, FormularioLlave } from './piezas.tsx';

export interface PropsConfirmar {
  opciones: Opciones;
  nivel: NivelDePrueba;
  errores?: Record<string, string>;
  /** The channel to which a code was sent, or is on its way. */
  enviado?: { canal: 'correo' | 'sms'; espere?: SinEmitir };
  /** There is a page to go back to, with what was typed. */
  vuelve: boolean;
  demostracion: boolean;
}

/** Asks again for a factor, before an act of consequence. */
export function paginaConfirmar(o: PropsConfirmar): string {
  const errores = o.errores ?? {};
  const campo = camposDe({ errores });
  const { opciones: f } = o;
  const reforzada = o.nivel === 'reforzada';
  const ocultos = { _nivel: o.nivel };
  return renderizarPagina(
    <Pagina titulo="Confirme que es usted" islas={['llave']} errores={errores}>
      <p class="govuk-body">
        Lo pedimos otra vez antes de firmar, de autorizar a alguien o de cambiar su correo, su celular o su
        contraseña. Sirve por diez minutos.
        {o.vuelve ? ' Después vuelve a donde estaba, con lo que había escrito.' : ''}
      </p>
      {reforzada ? (
        <TextoInset>
          Aquí no basta el correo: use su llave de acceso, su aplicación de códigos o un código al celular.
        </TextoInset>
      ) : null}
      {f.llaves > 0 ? (
        <FormularioLlave
          modo="uso"
          accion="/confirmar/llave"
          opciones="/confirmar/opciones"
          boton="Usar mi llave de acceso"
        >
          <input type="hidden" name="_nivel" value={o.nivel} />
        </FormularioLlave>
      ) : null}
      {f.contrasena && !reforzada ? (
        <Formulario accion="/confirmar" ocultos={ocultos}>
          <CampoTexto
            {...campo.texto('contrasena')}
            etiqueta="Su contraseña"
            tipo="password"
            autocompletar="current-password"
            ortografia={false}
          />
          <Boton>Confirmar</Boton>
        </Formulario>
      ) : null}
      {f.totp || f.codigos > 0 ? (
        <Formulario accion="/confirmar/autenticador" ocultos={ocultos}>
          <CampoCodigo
            {...campo.texto('codigo')}
            etiqueta="Código de su aplicación"
            ayuda="Los seis números de su aplicación de códigos, o uno de sus códigos de recuperación."
          />
          <Boton>Confirmar con el código</Boton>
        </Formulario>
      ) : null}
      {o.enviado ? (
        <Formulario accion="/confirmar/enviado" ocultos={{ ...ocultos, _canal: o.enviado.canal }}>
          <Enviado enviado={o.enviado.espere ?? 'enviado'} />
          <Preguntar pregunta={codigoQueLlego(o.enviado.canal)} errores={errores} />
          <Boton>Confirmar con el código que llegó</Boton>
        </Formulario>
      ) : null}
      <Enviar nivel={o.nivel} opciones={f} />
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );
}

function Enviar({ nivel, opciones: f }: { nivel: NivelDePrueba; opciones: Opciones }) {
  if (!f.correo && !f.telefono) return null;
  const correo = nivel === 'una' && f.correo;
  return (
    <Formulario accion="/confirmar/enviar" ocultos={{ _nivel: nivel }}>
      <h2 class="govuk-heading-m">Con un código que le enviamos</h2>
      <p class="govuk-body">
        {[correo && `Correo ${f.correo}`, f.telefono && `Celular ${f.telefono}`].filter(Boolean).join(' · ')}
      </p>
      <GrupoDeBotones>
        {correo ? (
          <Boton variante="secundario" nombre="canal" valor="correo">
            Enviar un código al correo
          </Boton>
        ) : null}
        {f.telefono ? (
          <Boton variante="secundario" nombre="canal" valor="sms">
            Enviar un código al celular
          </Boton>
        ) : null}
      </GrupoDeBotones>
    </Formulario>
  );
}
