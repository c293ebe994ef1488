<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Color Studio</source>
        <translation>Color Studio 정보</translation>
    </message>
    <message>
        <source>Colour for black-and-white scans, as a reversible, documented layer. The master is never written to, the lightness of every result is the scan&apos;s own, and nothing leaves this computer.</source>
        <translation>흑백 스캔에 색을 입히되, 언제든 되돌릴 수 있고 근거가 기록되는 별도의 층으로 다룹니다. 원본 파일에는 아무것도 쓰지 않으며, 모든 결과의 명도는 스캔의 명도 그대로이고, 어떤 자료도 이 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>MIT 라이선스로 배포되는 자유 소프트웨어입니다.</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Adjust</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Reset adjustments</source>
        <translation>조정 초기화</translation>
    </message>
    <message>
        <source>Changes the colours that the model predicted; the light and dark of the scan stay.</source>
        <translation>모델이 예측한 색을 바꿉니다. 스캔의 명암은 그대로입니다.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>혼합</translation>
    </message>
    <message>
        <source>How much colour lies over the scan, and over which tone.</source>
        <translation>스캔 위에 색을 얼마나, 어떤 바탕색 위에 입힐지 정합니다.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>How vivid all colours are, and which way they lean.</source>
        <translation>모든 색의 선명함과 색조의 방향을 정합니다.</translation>
    </message>
    <message>
        <source>Light and shade</source>
        <translation>명암</translation>
    </message>
    <message>
        <source>How vivid the colours of dark and of light places are.</source>
        <translation>어두운 곳과 밝은 곳의 색이 얼마나 선명할지 정합니다.</translation>
    </message>
    <message>
        <source>Hues</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Turns or strengthens one band of hues and leaves the others.</source>
        <translation>한 색상 구간만 바꾸거나 강하게 하고 나머지는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>How much of the colour lies over the scan.</source>
        <translation>스캔 위에 색을 얼마나 입힐지 정합니다.</translation>
    </message>
    <message>
        <source>Keep tone</source>
        <translation>원본 색조</translation>
    </message>
    <message>
        <source>How much of the scan&apos;s own tone, such as sepia, stays where the colour is weak.</source>
        <translation>세피아와 같은 스캔 본래의 색조를 색이 약한 곳에 얼마나 남길지 정합니다.</translation>
    </message>
    <message>
        <source>How vivid the colours are; lightness never changes.</source>
        <translation>색의 선명한 정도입니다. 밝기는 변하지 않습니다.</translation>
    </message>
    <message>
        <source>Vibrance</source>
        <translation>생동감</translation>
    </message>
    <message>
        <source>Makes dull colours more vivid and spares those that are.</source>
        <translation>흐린 색을 더 선명하게 하고 이미 선명한 색은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>색온도</translation>
    </message>
    <message>
        <source>Cooler to the left, warmer to the right.</source>
        <translation>왼쪽은 차갑게, 오른쪽은 따뜻하게 합니다.</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>색조</translation>
    </message>
    <message>
        <source>Greener to the left, more magenta to the right.</source>
        <translation>왼쪽은 초록, 오른쪽은 자홍 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>어두운 곳</translation>
    </message>
    <message>
        <source>How vivid the colours are in dark places.</source>
        <translation>어두운 곳의 색이 선명한 정도입니다.</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>밝은 곳</translation>
    </message>
    <message>
        <source>How vivid the colours are in light places.</source>
        <translation>밝은 곳의 색이 선명한 정도입니다.</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>채도</translation>
    </message>
</context>
<context>
    <name>AutosaveFeature</name>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Color Studio did not close properly. Restore the scan with unsaved changes?</source>
        <translation>Color Studio가 제대로 닫히지 않았습니다. 저장하지 않은 변경 사항이 있는 스캔을 복원하시겠습니까?</translation>
    </message>
    <message>
        <source>Color Studio did not close properly. Restore {count} scans with unsaved changes?</source>
        <translation>Color Studio가 제대로 닫히지 않았습니다. 저장하지 않은 변경 사항이 있는 스캔 {count}개를 복원하시겠습니까?</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>The scan and its colour. Plus and minus zoom, the arrow keys move the picture or the divider, backslash shows the original while it is held down.</source>
        <translation>스캔과 입힌 색을 보여 줍니다. 더하기와 빼기 키로 확대·축소하고, 화살표 키로 사진이나 경계선을 옮기며, 역슬래시(₩) 키를 누르고 있는 동안 원본이 보입니다.</translation>
    </message>
    <message>
        <source>Colour only</source>
        <translation>색만</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>After</source>
        <translation>채색</translation>
    </message>
</context>
<context>
    <name>CanvasMenuFeature</name>
    <message>
        <source>Set a &amp;hint here</source>
        <translation>여기에 힌트 놓기(&amp;H)</translation>
    </message>
    <message>
        <source>Copy this colo&amp;ur ({colour})</source>
        <translation>이 색 복사({colour})(&amp;U)</translation>
    </message>
    <message>
        <source>Copied {colour}.</source>
        <translation>{colour} 값을 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>ColourFeature</name>
    <message>
        <source>Change model or render size</source>
        <translation>모델 또는 렌더 크기 변경</translation>
    </message>
</context>
<context>
    <name>ColourPanel</name>
    <message>
        <source>Colour</source>
        <translation>채색</translation>
    </message>
    <message>
        <source>Which model colours the scan, and how finely it looks.</source>
        <translation>어떤 모델이 얼마나 세밀하게 보고 색을 입힐지 정합니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>The model that predicts the colours; another one gives other colours.</source>
        <translation>색을 예측하는 모델입니다. 모델이 다르면 색도 다릅니다.</translation>
    </message>
    <message>
        <source>Render size</source>
        <translation>렌더 크기</translation>
    </message>
    <message>
        <source>Short side, in pixels, at which the model sees the scan. The result has the scan&apos;s full size.</source>
        <translation>모델이 스캔을 볼 때의 짧은 변 길이(픽셀)입니다. 결과물은 스캔과 같은 크기로 만들어집니다.</translation>
    </message>
    <message>
        <source>Progress of the colouring</source>
        <translation>채색 진행률</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>권장</translation>
    </message>
</context>
<context>
    <name>ColourReadOut</name>
    <message>
        <source>Colour under the pointer</source>
        <translation>포인터 아래의 색</translation>
    </message>
    <message>
        <source>Under the pointer: lightness and colour (CIELAB), the sRGB values, and how far the model guesses</source>
        <translation>포인터 아래: 밝기와 색(CIELAB), sRGB 값, 모델이 추측한 정도</translation>
    </message>
</context>
<context>
    <name>ColourSource</name>
    <message>
        <source>Colour from another picture</source>
        <translation>다른 사진에서 색 가져오기</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Open photograph…</source>
        <translation>사진 열기…</translation>
    </message>
    <message>
        <source>A colour photograph of the same thing, for example; it is only looked at.</source>
        <translation>예를 들어 같은 사물의 컬러 사진입니다. 보기만 합니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} 여는 중…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Open photograph</source>
        <translation>사진 열기</translation>
    </message>
    <message>
        <source>Taken: {colour}</source>
        <translation>가져온 색: {colour}</translation>
    </message>
    <message>
        <source>Click a colour; hue and chroma are taken, lightness stays the scan&apos;s.</source>
        <translation>색을 클릭하세요. 색상과 채도만 가져오며 밝기는 스캔의 것을 유지합니다.</translation>
    </message>
    <message>
        <source>Open a colour photograph to take a colour from it.</source>
        <translation>색을 가져올 컬러 사진을 여세요.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Scans and projects</source>
        <translation>스캔과 프로젝트</translation>
    </message>
    <message>
        <source>Open scans</source>
        <translation>스캔 열기</translation>
    </message>
</context>
<context>
    <name>CopyResultFeature</name>
    <message>
        <source>Copying the result…</source>
        <translation>결과를 복사하는 중…</translation>
    </message>
    <message>
        <source>Copied the result: {width} × {height} pixels.</source>
        <translation>결과를 복사했습니다: {width} × {height}픽셀.</translation>
    </message>
    <message>
        <source>Copied the result at {width} × {height} pixels; export it to have its full size.</source>
        <translation>결과를 {width} × {height}픽셀로 복사했습니다. 전체 크기는 내보내기로 얻을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Any shape</source>
        <translation>자유 비율</translation>
    </message>
    <message>
        <source>As the scan</source>
        <translation>스캔과 같게</translation>
    </message>
    <message>
        <source>Shape of the crop</source>
        <translation>자르기 비율</translation>
    </message>
    <message>
        <source>The shape that the crop keeps; Shift keeps it for one drag</source>
        <translation>자르기 영역이 유지하는 비율입니다. Shift를 누르고 끌면 그동안만 유지됩니다.</translation>
    </message>
    <message>
        <source>Whole scan</source>
        <translation>스캔 전체</translation>
    </message>
    <message>
        <source>Export everything again (Delete)</source>
        <translation>다시 전체를 내보냅니다 (Delete)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Leave the crop as it was (Esc)</source>
        <translation>자르기를 원래대로 둡니다 (Esc)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Export this part from now on (Enter); undo brings it back</source>
        <translation>이제부터 이 부분만 내보냅니다 (Enter). 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>다른 이름으로 내보내기</translation>
    </message>
    <message>
        <source>{bits} bit per channel</source>
        <translation>채널당 {bits}비트</translation>
    </message>
    <message>
        <source>{format} holds 8 bits only.</source>
        <translation>{format} 형식은 8비트까지만 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>{name} exists already and will be replaced.</source>
        <translation>같은 이름의 파일({name})이 이미 있으며, 새 파일로 바뀝니다.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, sRGB. The lightness stays the scan&apos;s.</source>
        <translation>{width} × {height} 픽셀, sRGB. 명도는 스캔 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>This is an open scan, which is never written to; choose another name.</source>
        <translation>열려 있는 스캔 원본에는 쓸 수 없습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Enter a file name.</source>
        <translation>파일 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>End the name in .tif, .png, .jpg or .webp.</source>
        <translation>파일 이름이 .tif, .png, .jpg, .webp 중 하나로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>폴더가 없습니다: {folder}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>비트 심도</translation>
    </message>
</context>
<context>
    <name>GuessFeature</name>
    <message>
        <source>Leave uncertain areas grey</source>
        <translation>불확실한 곳은 흑백으로 두기</translation>
    </message>
</context>
<context>
    <name>GuessPanel</name>
    <message>
        <source>Guess map</source>
        <translation>추측 지도</translation>
    </message>
    <message>
        <source>Where the model is sure of its colours, and where it might as well have taken others.</source>
        <translation>모델이 색을 확신하는 곳과 다른 색일 수도 있는 곳을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Show over the picture</source>
        <translation>사진 위에 표시</translation>
    </message>
    <message>
        <source>Leave uncertain areas grey</source>
        <translation>불확실한 곳은 흑백으로 두기</translation>
    </message>
    <message>
        <source>Only what the model is sure enough of is coloured, here and in exports.</source>
        <translation>모델이 충분히 확신하는 곳만 채색합니다. 화면과 내보내기에 모두 적용됩니다.</translation>
    </message>
    <message>
        <source>Grey beyond</source>
        <translation>흑백 기준</translation>
    </message>
    <message>
        <source>Uncertainty beyond which colour fades: 33 % keeps what is well founded, 60 % what is likely too.</source>
        <translation>이 불확실도를 넘으면 색이 옅어집니다. 33 %는 근거가 충분한 곳만, 60 %는 그럴듯한 곳까지 남깁니다.</translation>
    </message>
    <message>
        <source>Measuring where the model is unsure…</source>
        <translation>모델이 확신하지 못하는 곳을 찾는 중…</translation>
    </message>
</context>
<context>
    <name>HintColourBox</name>
    <message>
        <source>Colour wheel</source>
        <translation>색상환</translation>
    </message>
    <message>
        <source>All colours of this lightness: the angle is the hue, the distance from the middle the chroma.</source>
        <translation>이 밝기의 모든 색입니다. 각도는 색상, 가운데에서의 거리는 채도입니다.</translation>
    </message>
    <message>
        <source>From green (negative) to red (positive), CIELAB a*.</source>
        <translation>녹색(음수)에서 빨강(양수)까지, CIELAB a*.</translation>
    </message>
    <message>
        <source>From blue (negative) to yellow (positive), CIELAB b*.</source>
        <translation>파랑(음수)에서 노랑(양수)까지, CIELAB b*.</translation>
    </message>
    <message>
        <source>A colour as #RRGGBB; only its hue and chroma are taken, never its lightness.</source>
        <translation>#RRGGBB 형식의 색입니다. 색상과 채도만 받고 밝기는 받지 않습니다.</translation>
    </message>
    <message>
        <source>Lightness is the scan&apos;s own; a hint never changes it.</source>
        <translation>밝기는 스캔의 것이며 힌트로 바뀌지 않습니다.</translation>
    </message>
</context>
<context>
    <name>HintCommands</name>
    <message>
        <source>Apply settings of {name}</source>
        <translation>{name}의 설정 적용</translation>
    </message>
    <message>
        <source>Applied to {count} scans.</source>
        <translation>스캔 {count}개에 적용했습니다.</translation>
    </message>
    <message>
        <source>Import hints</source>
        <translation>힌트 가져오기</translation>
    </message>
    <message>
        <source>{count} hints imported from {name}.</source>
        <translation>{name}에서 힌트 {count}개를 가져왔습니다.</translation>
    </message>
    <message>
        <source>Hints written to {name}.</source>
        <translation>힌트를 {name}에 저장했습니다.</translation>
    </message>
    <message>
        <source>Hints and recipes (*.json)</source>
        <translation>힌트와 레시피 (*.json)</translation>
    </message>
    <message>
        <source>Export hints</source>
        <translation>힌트 내보내기</translation>
    </message>
</context>
<context>
    <name>HintPopup</name>
    <message>
        <source>Colour of this place</source>
        <translation>이 자리의 색</translation>
    </message>
    <message>
        <source>Evidence: what is it known from?</source>
        <translation>근거: 무엇으로 알 수 있습니까?</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>What the colour is known from: a uniform, a letter, another photograph.</source>
        <translation>색의 근거입니다. 제복, 편지, 다른 사진 등을 적습니다.</translation>
    </message>
    <message>
        <source>Delete hint</source>
        <translation>힌트 삭제</translation>
    </message>
    <message>
        <source>Close (Esc); the hint stays.</source>
        <translation>닫기(Esc). 힌트는 남습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>HintTable</name>
    <message>
        <source>Hints of this scan</source>
        <translation>이 스캔의 힌트</translation>
    </message>
    <message>
        <source>Enter goes to the evidence of a hint, Delete removes it.</source>
        <translation>Enter는 힌트의 근거로 가고, Delete는 힌트를 지웁니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>채색</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Documented</source>
        <translation>근거 있음</translation>
    </message>
    <message>
        <source>Not documented</source>
        <translation>근거 없음</translation>
    </message>
</context>
<context>
    <name>HintWords</name>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>e.g. uniform: khaki cotton</source>
        <translation>예: 군복, 카키색 면</translation>
    </message>
    <message>
        <source>What the colour is known from; a hint with evidence counts as documented.</source>
        <translation>색을 무엇으로 아는지 적습니다. 근거가 있는 힌트는 문서화된 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>e.g. museum catalogue no. 123</source>
        <translation>예: 박물관 도록 123번</translation>
    </message>
    <message>
        <source>Where the evidence is found: a catalogue number, a page, a letter.</source>
        <translation>근거가 있는 곳: 도록 번호, 쪽, 편지 등.</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>입력자</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kept for the next hints as well.</source>
        <translation>다음 힌트에도 그대로 쓰입니다.</translation>
    </message>
</context>
<context>
    <name>HintsFeature</name>
    <message>
        <source>Set hint</source>
        <translation>힌트 지정</translation>
    </message>
    <message>
        <source>Resize hint</source>
        <translation>힌트 크기 변경</translation>
    </message>
    <message>
        <source>Move hint</source>
        <translation>힌트 이동</translation>
    </message>
    <message>
        <source>The next hint gets the colour that you took.</source>
        <translation>가져온 색은 다음 힌트에 쓰입니다.</translation>
    </message>
    <message>
        <source>Change hint colour</source>
        <translation>힌트 색 변경</translation>
    </message>
    <message>
        <source>Describe hint</source>
        <translation>힌트 근거 입력</translation>
    </message>
    <message>
        <source>Delete hint</source>
        <translation>힌트 삭제</translation>
    </message>
    <message>
        <source>Delete all hints</source>
        <translation>모든 힌트 삭제</translation>
    </message>
</context>
<context>
    <name>HintsPanel</name>
    <message>
        <source>Hints</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Colours that you know: set them where they are, and say what they are known from.</source>
        <translation>아는 색을 제자리에 지정하고, 그 근거를 적으세요.</translation>
    </message>
    <message>
        <source>Delete hint</source>
        <translation>힌트 삭제</translation>
    </message>
    <message>
        <source>Removes the selected hint (Delete); undo brings it back.</source>
        <translation>선택한 힌트를 지웁니다(Delete). 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>More about hints</source>
        <translation>힌트 메뉴 더 보기</translation>
    </message>
    <message>
        <source>Apply to series, import and export, delete all.</source>
        <translation>시리즈에 적용, 가져오기와 내보내기, 모두 삭제.</translation>
    </message>
    <message>
        <source>The model “{name}” takes no hints; choose another one under Colour to use them.</source>
        <translation>‘{name}’ 모델은 힌트를 받지 않습니다. 힌트를 쓰려면 ‘색’에서 다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Click in the picture where you know a colour, or draw along it; the model follows you.</source>
        <translation>사진에서 색을 아는 곳을 클릭하거나 따라 그리세요. 모델이 그 색을 따릅니다.</translation>
    </message>
</context>
<context>
    <name>HistoryFeature</name>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>{step} 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>{step} 다시 실행(&amp;R)</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>What was done to this scan, step by step; click a step to go back to it.</source>
        <translation>이 스캔에 한 작업입니다. 단계를 클릭하면 그때로 돌아갑니다.</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>열었을 때</translation>
    </message>
    <message>
        <source>Click a step to go back to it, or forth again.</source>
        <translation>단계를 누르면 그때로 돌아가거나 다시 앞으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>HueBands</name>
    <message>
        <source>{hue}: choose it to shift or strengthen these hues alone.</source>
        <translation>{hue}: 선택하면 이 색상만 옮기거나 선명하게 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>분홍</translation>
    </message>
    <message>
        <source>Red and orange</source>
        <translation>빨강과 주황</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>청록</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>하늘색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>{hue}: turns towards the hue before or the hue after it.</source>
        <translation>{hue}: 앞 또는 뒤의 색상 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>채도</translation>
    </message>
    <message>
        <source>{hue}: how vivid these hues are.</source>
        <translation>{hue}: 이 색상의 선명한 정도입니다.</translation>
    </message>
    <message>
        <source>{hue}: hue</source>
        <translation>{hue}: 색상</translation>
    </message>
    <message>
        <source>{hue}: saturation</source>
        <translation>{hue}: 채도</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong that Color Studio did not expect. Your scans are safe.</source>
        <translation>예상하지 못한 문제가 생겼습니다. 스캔 파일은 안전합니다.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>로그 보기</translation>
    </message>
    <message>
        <source>An export is still running. Stop it and close?</source>
        <translation>아직 내보내는 중입니다. 중단하고 닫을까요?</translation>
    </message>
</context>
<context>
    <name>MaskFeature</name>
    <message>
        <source>Mask gradient</source>
        <translation>마스크 그라데이션</translation>
    </message>
    <message>
        <source>Erase colour</source>
        <translation>색 지우기</translation>
    </message>
    <message>
        <source>Paint colour in</source>
        <translation>색 칠하기</translation>
    </message>
    <message>
        <source>Colour everywhere</source>
        <translation>전체에 색</translation>
    </message>
    <message>
        <source>Colour nowhere</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>Snap mask to the scan</source>
        <translation>마스크를 스캔 윤곽에 맞추기</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Mask</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>Where colour applies, and how strongly: paint over what should stay grey.</source>
        <translation>색을 어디에 얼마나 입힐지 정합니다. 흑백으로 남길 곳을 칠하십시오.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Width of the brush; the keys [ and ] change it.</source>
        <translation>브러시의 너비입니다. [ 와 ] 키로 바꿉니다.</translation>
    </message>
    <message>
        <source>Feathering</source>
        <translation>가장자리 흐림</translation>
    </message>
    <message>
        <source>How softly a stroke ends: 0 % cuts, 100 % fades from the middle; Shift+[ and Shift+].</source>
        <translation>획의 가장자리가 흐려지는 정도입니다. 0 %는 뚜렷하게, 100 %는 가운데부터 흐려집니다. Shift+[ 와 Shift+] 키로 바꿉니다.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>How much of the colour the brush brings, or the eraser takes.</source>
        <translation>브러시가 입히거나 지우개가 없애는 색의 양입니다.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>시작 상태</translation>
    </message>
    <message>
        <source>Colour everywhere</source>
        <translation>전체에 색</translation>
    </message>
    <message>
        <source>Colour nowhere</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>What holds where nothing was painted: erase from colour, or paint it in.</source>
        <translation>칠하지 않은 곳의 상태입니다. 색을 지워 나가거나 입혀 나갑니다.</translation>
    </message>
    <message>
        <source>Snap edges to the scan</source>
        <translation>스캔의 윤곽에 맞추기</translation>
    </message>
    <message>
        <source>The mask&apos;s edges follow those of the light and dark in the scan.</source>
        <translation>마스크의 가장자리가 스캔의 명암 경계를 따라갑니다.</translation>
    </message>
    <message>
        <source>Show what stays grey</source>
        <translation>흑백으로 남는 곳 표시</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>Paints colour in; Alt or the right button erases, Shift-click draws a straight line.</source>
        <translation>색을 입힙니다. Alt나 오른쪽 버튼은 지우고, Shift+클릭은 직선을 긋습니다.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Paints the scan grey; Alt or the right button paints colour in, X takes the brush.</source>
        <translation>흑백으로 만듭니다. Alt나 오른쪽 버튼은 색을 입히고, X를 누르면 브러시로 바뀝니다.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>그라데이션</translation>
    </message>
    <message>
        <source>Drag from where colour changes to where it stays; Alt or the right button reverses it.</source>
        <translation>색이 바뀔 곳에서 그대로 둘 곳까지 끕니다. Alt나 오른쪽 버튼은 반대로 합니다.</translation>
    </message>
    <message>
        <source>Drag across the scan, from where colour changes to where it stays.</source>
        <translation>색이 바뀔 곳에서 그대로 남을 곳까지 스캔 위를 끄십시오.</translation>
    </message>
    <message>
        <source>Colour is everywhere: erase it where the scan should stay grey.</source>
        <translation>전체에 색이 있습니다. 흑백으로 남길 곳을 지우십시오.</translation>
    </message>
    <message>
        <source>Colour is nowhere: paint it in where it belongs.</source>
        <translation>색이 없습니다. 색을 입힐 곳을 칠하십시오.</translation>
    </message>
</context>
<context>
    <name>MastersDialog</name>
    <message>
        <source>Missing and changed scans</source>
        <translation>없어지거나 바뀐 스캔</translation>
    </message>
    <message>
        <source>Scans that are missing or have changed</source>
        <translation>없어지거나 바뀐 스캔</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Looked for in</source>
        <translation>찾은 위치</translation>
    </message>
    <message>
        <source>&amp;Find this file…</source>
        <translation>이 파일 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the scan; others that were moved with it are found along the way.</source>
        <translation>스캔을 선택하세요. 함께 옮긴 다른 스캔도 같이 찾습니다.</translation>
    </message>
    <message>
        <source>&amp;Search a folder…</source>
        <translation>폴더에서 찾기(&amp;S)…</translation>
    </message>
    <message>
        <source>Looks for all scans of the list in a folder and in the folders in it.</source>
        <translation>목록의 모든 스캔을 폴더와 그 안의 폴더에서 찾습니다.</translation>
    </message>
    <message>
        <source>&amp;Use it as it is</source>
        <translation>그대로 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Takes the changed file for the master from now on.</source>
        <translation>바뀐 파일을 앞으로 원본으로 삼습니다.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>All scans of the project are there.</source>
        <translation>프로젝트의 스캔이 모두 있습니다.</translation>
    </message>
    <message>
        <source>Find {name}</source>
        <translation>{name} 찾기</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation>폴더에서 찾기</translation>
    </message>
    <message>
        <source>Nothing was found there that has the content of these scans.</source>
        <translation>이 스캔들과 내용이 같은 파일을 그곳에서 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>찾음: {count}</translation>
    </message>
    <message>
        <source>{name} has another content than the scan of the project. Hints and masks may lie elsewhere in it. Use it all the same?</source>
        <translation>{name}: 프로젝트의 스캔과 내용이 다릅니다. 힌트와 마스크가 어긋날 수 있습니다. 그래도 사용하시겠습니까?</translation>
    </message>
    <message>
        <source>Reading and comparing…</source>
        <translation>읽고 비교하는 중…</translation>
    </message>
    <message>
        <source>The rest of the project is open. What was done to these scans is kept until they are found.</source>
        <translation>프로젝트의 나머지는 열렸습니다. 이 스캔들의 작업 내용은 찾을 때까지 보관합니다.</translation>
    </message>
</context>
<context>
    <name>MastersFeature</name>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>결정…</translation>
    </message>
    <message>
        <source>{name} is not where it was; the rest of the project is open.</source>
        <translation>{name}: 제자리에 없습니다. 프로젝트의 나머지는 열렸습니다.</translation>
    </message>
    <message>
        <source>{count} scans are not where they were; the rest of the project is open.</source>
        <translation>스캔 {count}개가 제자리에 없습니다. 프로젝트의 나머지는 열렸습니다.</translation>
    </message>
    <message>
        <source>{name} has changed since the project was saved; hints and masks may lie elsewhere.</source>
        <translation>{name}: 프로젝트를 저장한 뒤 내용이 바뀌었습니다. 힌트와 마스크가 어긋날 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} scans have changed since the project was saved.</source>
        <translation>프로젝트를 저장한 뒤 스캔 {count}개의 내용이 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview map</source>
        <translation>전체 보기 지도</translation>
    </message>
    <message>
        <source>Click or drag to move what is seen</source>
        <translation>누르거나 끌어서 보이는 곳을 옮깁니다</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>설치된 모델이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PagePicker</name>
    <message>
        <source>All pages of this file, to choose one</source>
        <translation>이 파일의 모든 쪽을 보고 고릅니다</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{pages}쪽 중 {page}쪽</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Pages</source>
        <translation>쪽</translation>
    </message>
</context>
<context>
    <name>PaletteFeature</name>
    <message>
        <source>Take the colours of {name}</source>
        <translation>{name}의 색 가져오기</translation>
    </message>
    <message>
        <source>Photographs and scans</source>
        <translation>사진과 스캔</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Take the colours of a photograph</source>
        <translation>사진의 색 가져오기</translation>
    </message>
    <message>
        <source>Reference palette</source>
        <translation>참고 사진의 색</translation>
    </message>
    <message>
        <source>Remove reference palette</source>
        <translation>참고 사진의 색 없애기</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Reference palette</source>
        <translation>참고 사진의 색</translation>
    </message>
    <message>
        <source>Lends the scan the colours of a colour photograph, by light and dark and by place.</source>
        <translation>컬러 사진의 색을 명암과 위치에 따라 스캔에 입힙니다.</translation>
    </message>
    <message>
        <source>From a photograph…</source>
        <translation>사진에서 가져오기…</translation>
    </message>
    <message>
        <source>Takes the colours of a photograph of the same place, time or collection; or drop it here.</source>
        <translation>같은 장소나 시대, 같은 소장품 사진의 색을 가져옵니다. 여기에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>From an open scan</source>
        <translation>열린 스캔에서 가져오기</translation>
    </message>
    <message>
        <source>Takes the colours of another scan of the strip, as they are now.</source>
        <translation>목록에 있는 다른 스캔의 현재 색을 가져옵니다.</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own colours.</source>
        <translation>모델이 예측한 색으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Remove the reference palette</source>
        <translation>참고 사진의 색 없애기</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>적용량</translation>
    </message>
    <message>
        <source>How far the scan&apos;s colours move to those of the reference.</source>
        <translation>스캔의 색을 참고 사진의 색에 얼마나 가깝게 할지 정합니다.</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>위치 반영</translation>
    </message>
    <message>
        <source>How much the height in the picture counts: a sky lends its blue to a sky, not to a wall.</source>
        <translation>그림 속 높이를 얼마나 따를지 정합니다. 하늘의 파랑은 벽이 아니라 하늘로 갑니다.</translation>
    </message>
    <message>
        <source>Open another scan first</source>
        <translation>먼저 다른 스캔을 여십시오</translation>
    </message>
    <message>
        <source>Colours of the reference {name}</source>
        <translation>참고 사진 {name}의 색</translation>
    </message>
    <message>
        <source>Dark to light; the rows are the top, the middle and the bottom of the reference.</source>
        <translation>어두운 색에서 밝은 색 순서입니다. 줄은 참고 사진의 위, 가운데, 아래입니다.</translation>
    </message>
    <message>
        <source>Let go to take the colours of this photograph.</source>
        <translation>놓으면 이 사진의 색을 가져옵니다.</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} 읽는 중…</translation>
    </message>
    <message>
        <source>Take the colours of a photograph of the same place, time or collection.</source>
        <translation>같은 장소나 시대, 같은 소장품 사진의 색을 가져오십시오.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste settings</source>
        <translation>설정 붙여넣기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>&amp;Adjustments</source>
        <translation>조정(&amp;A)</translation>
    </message>
    <message>
        <source>All sliders of the section Adjust.</source>
        <translation>조정 영역의 모든 슬라이더입니다.</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>팔레트(&amp;P)</translation>
    </message>
    <message>
        <source>The colours of the reference photograph.</source>
        <translation>참고 사진의 색입니다.</translation>
    </message>
    <message>
        <source>&amp;Fading of guesses</source>
        <translation>추측 흐리기(&amp;F)</translation>
    </message>
    <message>
        <source>From where on uncertain areas fade to grey.</source>
        <translation>불확실한 곳이 회색으로 흐려지기 시작하는 값입니다.</translation>
    </message>
    <message>
        <source>&amp;Model and render size</source>
        <translation>모델과 렌더 크기(&amp;M)</translation>
    </message>
    <message>
        <source>Each scan is coloured anew when it is shown.</source>
        <translation>각 스캔은 표시될 때 다시 채색됩니다.</translation>
    </message>
    <message>
        <source>Mas&amp;k</source>
        <translation>마스크(&amp;K)</translation>
    </message>
    <message>
        <source>At the same place of the picture: for scans framed alike.</source>
        <translation>사진의 같은 자리에 적용합니다. 구도가 같은 스캔에 알맞습니다.</translation>
    </message>
    <message>
        <source>&amp;Hints</source>
        <translation>힌트(&amp;H)</translation>
    </message>
    <message>
        <source>At the same places of the picture, with their evidence: for scans framed alike.</source>
        <translation>사진의 같은 자리에 근거와 함께 적용합니다. 구도가 같은 스캔에 알맞습니다.</translation>
    </message>
    <message>
        <source>The scan that is &amp;shown</source>
        <translation>표시된 스캔(&amp;S)</translation>
    </message>
    <message>
        <source>The {count} scans that are se&amp;lected</source>
        <translation>선택한 스캔 {count}개(&amp;L)</translation>
    </message>
    <message>
        <source>All {count} &amp;open scans</source>
        <translation>열린 스캔 {count}개 모두(&amp;O)</translation>
    </message>
    <message>
        <source>What is pasted</source>
        <translation>붙여넣을 항목</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>붙여넣을 곳</translation>
    </message>
</context>
<context>
    <name>PasteFeature</name>
    <message>
        <source>Pasted {time}</source>
        <translation>붙여넣음 {time}</translation>
    </message>
    <message>
        <source>There is no picture and no file on the clipboard.</source>
        <translation>클립보드에 그림이나 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The picture was stored as {name}; that file is its master now.</source>
        <translation>그림을 {name}(으)로 저장했습니다. 이제 이 파일이 원본입니다.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Sets all adjustments at once; change them afterwards as you like.</source>
        <translation>모든 조정 값을 한 번에 정합니다. 그 뒤에 자유롭게 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>직접 설정</translation>
    </message>
    <message>
        <source>Save or delete a preset</source>
        <translation>프리셋 저장 또는 삭제</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>프리셋으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>프리셋 삭제(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Preset: {name}</source>
        <translation>프리셋: {name}</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>프리셋으로 저장</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>프리셋 이름</translation>
    </message>
    <message>
        <source>There is a preset named {name}. Replace it?</source>
        <translation>{name} 프리셋이 이미 있습니다. 바꾸시겠습니까?</translation>
    </message>
</context>
<context>
    <name>ProjectsFeature</name>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>{name} was not opened: one project is open at a time.</source>
        <translation>{name}: 열지 않았습니다. 프로젝트는 한 번에 하나만 열립니다.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}: 저장했습니다.</translation>
    </message>
    <message>
        <source>The project was made with {models}, which is not here in that form; its colours may differ.</source>
        <translation>프로젝트를 만든 모델({models})이 이 컴퓨터에 똑같이 있지 않습니다. 색이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Closed {name}; what you did to it is not saved.</source>
        <translation>{name}: 닫았습니다. 작업 내용은 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>다시 열기</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Studio</source>
        <translation>스튜디오</translation>
    </message>
    <message>
        <source>Colour scans one by one.</source>
        <translation>스캔에 하나씩 색을 입힙니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Teach a model the colours of a collection.</source>
        <translation>소장 자료의 색을 모델에 가르칩니다.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>What the models were trained on and can do.</source>
        <translation>모델이 무엇으로 학습했고 무엇을 할 수 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language, appearance, and what new scans begin with.</source>
        <translation>언어와 모양, 새 스캔의 기본값을 정합니다.</translation>
    </message>
</context>
<context>
    <name>ReportsFeature</name>
    <message>
        <source>Saving the project…</source>
        <translation>프로젝트 저장 중…</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>내보내기를 마쳤습니다: {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Exporting… {percent} %</source>
        <translation>내보내는 중… {percent} %</translation>
    </message>
</context>
<context>
    <name>RunsList</name>
    <message>
        <source>New training…</source>
        <translation>새 학습…</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>학습 목록</translation>
    </message>
</context>
<context>
    <name>ScanStrip</name>
    <message>
        <source>Open scans</source>
        <translation>열린 스캔</translation>
    </message>
    <message>
        <source>The scans that are open; drag one out to take its result to another program.</source>
        <translation>열려 있는 스캔입니다. 밖으로 끌면 결과를 다른 프로그램으로 가져갑니다.</translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Apply to series</source>
        <translation>시리즈에 적용</translation>
    </message>
    <message>
        <source>What {name} has is given to these scans:</source>
        <translation>{name}의 설정을 다음 스캔에 적용합니다.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>Hints ({count}), at the same places</source>
        <translation>힌트({count}개), 같은 자리에</translation>
    </message>
    <message>
        <source>Hints that a scan has already are kept.</source>
        <translation>스캔에 이미 있는 힌트는 남습니다.</translation>
    </message>
    <message>
        <source>Adjustments of the colour</source>
        <translation>색 조정</translation>
    </message>
    <message>
        <source>They take the place of the scan&apos;s own adjustments.</source>
        <translation>스캔에 있던 조정을 대신합니다.</translation>
    </message>
    <message>
        <source>Each scan can be undone by itself.</source>
        <translation>스캔마다 따로 실행을 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>기본값 복원</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} (전체 {whole})</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits}비트</translation>
    </message>
</context>
<context>
    <name>StripFeature</name>
    <message>
        <source>Only the result of a coloured scan can be dragged out; wait until it is coloured.</source>
        <translation>채색된 스캔의 결과만 끌어낼 수 있습니다. 채색이 끝날 때까지 기다리십시오.</translation>
    </message>
</context>
<context>
    <name>SwatchRows</name>
    <message>
        <source>Suggested by the model</source>
        <translation>모델의 제안</translation>
    </message>
    <message>
        <source>Colours that the model&apos;s variations give this place.</source>
        <translation>모델의 채색안들이 이 자리에 내놓는 색입니다.</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>최근에 쓴 색</translation>
    </message>
    <message>
        <source>The model is looking at this place…</source>
        <translation>모델이 이 자리를 살펴보고 있습니다…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Hold to see the original (\)</source>
        <translation>누르고 있으면 원본 보기 (\)</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>누르고 있으면 원본 보기</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>How many pixels of the screen a pixel of the scan takes; choose another scale</source>
        <translation>스캔의 한 픽셀이 차지하는 화면 픽셀 수입니다. 다른 배율을 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Where the model runs, and which model it is</source>
        <translation>모델이 실행되는 장치와 사용 중인 모델</translation>
    </message>
</context>
<context>
    <name>TourFeature</name>
    <message>
        <source>Open a scan</source>
        <translation>스캔 열기</translation>
    </message>
    <message>
        <source>Drop scans or folders anywhere, open files here, or begin with a sample. They are coloured at once, and your files are never changed.</source>
        <translation>스캔이나 폴더를 아무 데나 끌어다 놓거나, 여기에서 파일을 열거나, 예제로 시작하세요. 바로 채색되며 원본 파일은 절대 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>See the colours, the original, or both with a line to drag. Holding the key \ shows the original for a moment.</source>
        <translation>채색 결과나 원본, 또는 선을 끌어 둘을 함께 볼 수 있습니다. \ 키를 누르고 있으면 잠시 원본이 보입니다.</translation>
    </message>
    <message>
        <source>Steer and export</source>
        <translation>조정하고 내보내기</translation>
    </message>
    <message>
        <source>Adjust the colours, set hints where you know a colour, paint where colour applies. All of it can be undone. Export writes a coloured copy that says how it was made.</source>
        <translation>색을 조정하고, 아는 색에는 힌트를 찍고, 색을 입힐 곳을 칠하세요. 모두 되돌릴 수 있습니다. 내보내기는 제작 과정을 담은 채색 사본을 만듭니다.</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{steps}단계 중 {step}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>TransferFeature</name>
    <message>
        <source>Copied the settings of {name}.</source>
        <translation>{name}의 설정을 복사했습니다.</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>설정 붙여넣기</translation>
    </message>
    <message>
        <source>Pasted settings to {name}.</source>
        <translation>{name}에 설정을 붙여넣었습니다.</translation>
    </message>
    <message>
        <source>Pasted settings to {count} scans.</source>
        <translation>스캔 {count}개에 설정을 붙여넣었습니다.</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to {value}</source>
        <translation>{value}(으)로 되돌리기</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>{name} 초기화</translation>
    </message>
</context>
<context>
    <name>VariationsFeature</name>
    <message>
        <source>Choose variation: {name}</source>
        <translation>채색안 선택: {name}</translation>
    </message>
    <message>
        <source>Variation for a region</source>
        <translation>영역에 채색안 적용</translation>
    </message>
    <message>
        <source>Soften a region&apos;s edge</source>
        <translation>영역 가장자리 부드럽게</translation>
    </message>
    <message>
        <source>Remove a region</source>
        <translation>영역 제거</translation>
    </message>
</context>
<context>
    <name>VariationsPanel</name>
    <message>
        <source>Variations</source>
        <translation>채색안</translation>
    </message>
    <message>
        <source>Other colours that the model finds plausible, for all of the picture or for a region.</source>
        <translation>모델이 그럴듯하다고 보는 다른 색을 사진 전체나 일부 영역에 씁니다.</translation>
    </message>
    <message>
        <source>Show sheet</source>
        <translation>채색안 모음 보기</translation>
    </message>
    <message>
        <source>Show sheet of variations</source>
        <translation>채색안 모음 보기</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Regions that take their colours from another variation; later ones lie above.</source>
        <translation>다른 채색안의 색을 쓰는 영역입니다. 나중에 만든 영역이 위에 놓입니다.</translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation>부드러운 경계</translation>
    </message>
    <message>
        <source>How softly the region passes into the picture around it.</source>
        <translation>영역이 주변 사진으로 얼마나 부드럽게 이어지는지 정합니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>The region gets the colours of the picture again (Delete).</source>
        <translation>영역을 다시 사진 전체의 색으로 되돌립니다(Delete).</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
    <message>
        <source>Draw around a region with the lasso to give it the colours of another variation.</source>
        <translation>올가미로 영역을 둘러 그리면 그 영역에 다른 채색안의 색을 입힐 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>VariationsSheet</name>
    <message>
        <source>Variations</source>
        <translation>채색안</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>적용 대상</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>사진 전체</translation>
    </message>
    <message>
        <source>The chosen variation becomes that of the picture (Enter); it can be undone.</source>
        <translation>선택한 채색안을 사진 전체에 적용합니다(Enter). 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Draw around a region of the picture: it gets the colours of this variation.</source>
        <translation>사진의 영역을 둘러 그리면 그 영역이 이 채색안의 색을 받습니다.</translation>
    </message>
    <message>
        <source>More variations of the model.</source>
        <translation>모델의 채색안을 더 만듭니다.</translation>
    </message>
    <message>
        <source>More variations</source>
        <translation>채색안 더 보기</translation>
    </message>
    <message>
        <source>Close the sheet (Esc).</source>
        <translation>채색안 모음을 닫습니다(Esc).</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>채색안 모음 닫기</translation>
    </message>
    <message>
        <source>Choose one for the region.</source>
        <translation>영역에 쓸 채색안을 고르십시오.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}개 중 {done}개</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop scans, folders or a project here</source>
        <translation>스캔, 폴더 또는 프로젝트를 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>이어서 작업하기</translation>
    </message>
    <message>
        <source>TIFF, PNG, JPEG, WebP and more. Your files are never changed.</source>
        <translation>TIFF, PNG, JPEG, WebP 등을 열 수 있습니다. 원본 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Or begin with a sample scan</source>
        <translation>또는 예제 스캔으로 시작해 보세요</translation>
    </message>
    <message>
        <source>Sample scan {name}</source>
        <translation>예제 스캔 {name}</translation>
    </message>
</context>
<context>
    <name>_MessageRow</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>_PickView</name>
    <message>
        <source>Picture to take a colour from</source>
        <translation>색을 가져올 사진</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens scans; files and folders can also be dropped anywhere in the window.</source>
        <translation>스캔을 엽니다. 파일이나 폴더를 창 어디에나 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>&amp;Recent scans</source>
        <translation>최근 스캔(&amp;R)</translation>
    </message>
    <message>
        <source>Recent pro&amp;jects</source>
        <translation>최근 프로젝트(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste as a scan</source>
        <translation>스캔으로 붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Opens the picture or the files that are on the clipboard.</source>
        <translation>클립보드에 있는 그림이나 파일을 엽니다.</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>새 프로젝트(&amp;N)</translation>
    </message>
    <message>
        <source>Closes all scans and begins afresh; unsaved changes are asked about.</source>
        <translation>모든 스캔을 닫고 새로 시작합니다. 저장하지 않은 변경 사항은 먼저 묻습니다.</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>프로젝트 열기(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>프로젝트 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Keeps which scans are open and all that was done to them, in a small file.</source>
        <translation>열려 있는 스캔과 그 작업 내용을 작은 파일에 보관합니다.</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>다른 이름으로 프로젝트 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Find missing scans…</source>
        <translation>없어진 스캔 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Scans of this project that are not where they were, or have changed.</source>
        <translation>이 프로젝트에서 제자리에 없거나 내용이 바뀐 스캔입니다.</translation>
    </message>
    <message>
        <source>Next pa&amp;ge</source>
        <translation>다음 쪽(&amp;G)</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>이전 쪽(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>처음 사용하기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes the coloured scan as a new file at full size; the scan itself is never changed.</source>
        <translation>색을 입힌 스캔을 원래 크기의 새 파일로 저장합니다. 스캔 원본은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Close scan</source>
        <translation>스캔 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Closes the scan; its file stays as it is.</source>
        <translation>스캔을 닫습니다. 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;set adjustments</source>
        <translation>조정 초기화(&amp;S)</translation>
    </message>
    <message>
        <source>Brings back the colours as the model predicted them.</source>
        <translation>모델이 예측한 색으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>오른쪽으로 회전(&amp;R)</translation>
    </message>
    <message>
        <source>Turns the picture; hints and mask turn with it, the scan&apos;s file stays as it is.</source>
        <translation>그림을 돌립니다. 힌트와 마스크도 함께 돌고 스캔 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>왼쪽으로 회전(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;colour</source>
        <translation>다시 채색(&amp;C)</translation>
    </message>
    <message>
        <source>Predicts the colours again.</source>
        <translation>색을 다시 예측합니다.</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>취소(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Put the tool away, leave full screen, cancel</source>
        <translation>도구 내려놓기, 전체 화면 끝내기, 취소(&amp;P)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>창에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>The whole picture; a double click on it changes to actual pixels and back.</source>
        <translation>그림 전체를 봅니다. 그림을 두 번 클릭하면 실제 크기와 번갈아 보입니다.</translation>
    </message>
    <message>
        <source>&amp;Actual pixels</source>
        <translation>실제 픽셀 크기(&amp;A)</translation>
    </message>
    <message>
        <source>One pixel of the scan on one pixel of the screen.</source>
        <translation>스캔의 한 픽셀을 화면의 한 픽셀로 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Coloured</source>
        <translation>채색(&amp;C)</translation>
    </message>
    <message>
        <source>The coloured result alone.</source>
        <translation>색을 입힌 결과만 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>밀어서 비교(&amp;W)</translation>
    </message>
    <message>
        <source>A divider to drag: the scan at its left, the result at its right.</source>
        <translation>경계선을 끌어 왼쪽은 스캔, 오른쪽은 결과를 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>나란히 보기(&amp;S)</translation>
    </message>
    <message>
        <source>The scan beside the result; both zoom and move together.</source>
        <translation>스캔과 결과를 나란히 봅니다. 함께 확대되고 움직입니다.</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>원본(&amp;O)</translation>
    </message>
    <message>
        <source>The scan as it is; hold the backslash key to see it for a moment.</source>
        <translation>스캔 그대로 봅니다. 백슬래시(₩) 키를 누르고 있으면 잠시 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>C&amp;olour only</source>
        <translation>색만 보기(&amp;O)</translation>
    </message>
    <message>
        <source>The colour alone, at one lightness everywhere: spots and bleeding stand out.</source>
        <translation>밝기를 고르게 하고 색만 보여 줍니다. 얼룩과 번짐이 잘 보입니다.</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>전체 화면(&amp;U)</translation>
    </message>
    <message>
        <source>Picture alon&amp;e</source>
        <translation>사진만 보기(&amp;E)</translation>
    </message>
    <message>
        <source>Hides everything around the picture; Esc brings it back.</source>
        <translation>사진 주위의 모든 것을 숨깁니다. Esc를 누르면 다시 나타납니다.</translation>
    </message>
    <message>
        <source>Overview &amp;map</source>
        <translation>전체 보기 지도(&amp;M)</translation>
    </message>
    <message>
        <source>A small picture of the whole scan while you are zoomed in; drag in it to move.</source>
        <translation>확대한 동안 스캔 전체를 작게 보여 줍니다. 그 안에서 끌면 화면이 움직입니다.</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>손 도구(&amp;H)</translation>
    </message>
    <message>
        <source>Drag to move the picture, or the divider of a wipe.</source>
        <translation>끌어서 사진을 움직이거나 비교 경계선을 옮깁니다.</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>자르기(&amp;C)</translation>
    </message>
    <message>
        <source>Drag over the part to export; with Shift the shape is kept, Enter applies it.</source>
        <translation>내보낼 부분을 끌어서 정합니다. Shift를 누르면 비율이 유지되고 Enter를 누르면 적용됩니다.</translation>
    </message>
    <message>
        <source>Colour &amp;hint</source>
        <translation>색 힌트(&amp;H)</translation>
    </message>
    <message>
        <source>Click where you know a colour, or draw along it; the model colours around it.</source>
        <translation>색을 아는 곳을 클릭하거나 따라 그리세요. 모델이 그 둘레를 채색합니다.</translation>
    </message>
    <message>
        <source>Eye&amp;dropper</source>
        <translation>스포이트(&amp;D)</translation>
    </message>
    <message>
        <source>Click a colour in the picture: the selected hint, or the next one, gets it.</source>
        <translation>사진에서 색을 클릭하면 선택한 힌트나 다음 힌트가 그 색을 받습니다.</translation>
    </message>
    <message>
        <source>Hide hint &amp;marks</source>
        <translation>힌트 표시 숨기기(&amp;M)</translation>
    </message>
    <message>
        <source>Hides the rings over the picture; the hints stay in force.</source>
        <translation>사진 위의 고리를 숨깁니다. 힌트는 그대로 적용됩니다.</translation>
    </message>
    <message>
        <source>&amp;Add hint in the middle</source>
        <translation>가운데에 힌트 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Sets a hint in the middle of what is seen; the arrow keys move it.</source>
        <translation>보이는 부분의 가운데에 힌트를 놓습니다. 화살표 키로 옮깁니다.</translation>
    </message>
    <message>
        <source>Colour from another &amp;picture…</source>
        <translation>다른 사진에서 색 가져오기(&amp;P)…</translation>
    </message>
    <message>
        <source>Take a colour from another open scan or from a reference photograph.</source>
        <translation>열려 있는 다른 스캔이나 참고 사진에서 색을 가져옵니다.</translation>
    </message>
    <message>
        <source>Apply to &amp;series…</source>
        <translation>시리즈에 적용(&amp;S)…</translation>
    </message>
    <message>
        <source>Gives hints and adjustments of this scan to other open scans.</source>
        <translation>이 스캔의 힌트와 조정을 열려 있는 다른 스캔에 적용합니다.</translation>
    </message>
    <message>
        <source>&amp;Import hints…</source>
        <translation>힌트 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Reads hints from a file and adds them to this scan.</source>
        <translation>파일에서 힌트를 읽어 이 스캔에 더합니다.</translation>
    </message>
    <message>
        <source>E&amp;xport hints…</source>
        <translation>힌트 내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Writes the hints of this scan with their evidence to a file.</source>
        <translation>이 스캔의 힌트와 근거를 파일에 저장합니다.</translation>
    </message>
    <message>
        <source>Dele&amp;te all hints</source>
        <translation>모든 힌트 삭제(&amp;T)</translation>
    </message>
    <message>
        <source>Removes all hints of this scan.</source>
        <translation>이 스캔의 힌트를 모두 지웁니다.</translation>
    </message>
    <message>
        <source>&amp;Mask brush</source>
        <translation>마스크 브러시(&amp;M)</translation>
    </message>
    <message>
        <source>Paint where colour applies and where the scan stays grey; Alt turns it round.</source>
        <translation>색을 입힐 곳과 흑백으로 남길 곳을 칠합니다. Alt를 누르면 반대로 칠합니다.</translation>
    </message>
    <message>
        <source>&amp;Show mask</source>
        <translation>마스크 표시(&amp;S)</translation>
    </message>
    <message>
        <source>Hatches what the mask leaves grey; while you paint it is always shown.</source>
        <translation>흑백으로 남는 곳에 빗금을 표시합니다. 칠하는 동안에는 항상 보입니다.</translation>
    </message>
    <message>
        <source>&amp;Invert mask</source>
        <translation>마스크 반전(&amp;I)</translation>
    </message>
    <message>
        <source>What was coloured becomes grey, and the other way round.</source>
        <translation>색이 있던 곳은 흑백으로, 흑백이던 곳은 색으로 바꿉니다.</translation>
    </message>
    <message>
        <source>C&amp;lear mask</source>
        <translation>마스크 지우기(&amp;L)</translation>
    </message>
    <message>
        <source>Removes all strokes: the whole scan is coloured again.</source>
        <translation>모든 획을 지워 스캔 전체에 다시 색을 입힙니다.</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>채색안(&amp;V)</translation>
    </message>
    <message>
        <source>Alternatives to choose from: the model&apos;s own variations, render sizes, other models.</source>
        <translation>고를 수 있는 대안을 보여 줍니다. 모델의 채색안, 렌더링 크기, 다른 모델이 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>올가미(&amp;L)</translation>
    </message>
    <message>
        <source>Draw around a region that is to take its colours from another variation.</source>
        <translation>다른 채색안의 색을 쓸 영역을 둘러 그립니다.</translation>
    </message>
    <message>
        <source>Remove all re&amp;gions</source>
        <translation>모든 영역 제거(&amp;G)</translation>
    </message>
    <message>
        <source>The whole picture has the colours of one variation again.</source>
        <translation>사진 전체가 다시 한 채색안의 색을 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Guess map</source>
        <translation>추측 지도(&amp;G)</translation>
    </message>
    <message>
        <source>Shows over the picture where the model is not sure of its colours.</source>
        <translation>모델이 색을 확신하지 못하는 곳을 사진 위에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Remo&amp;ve crop</source>
        <translation>자르기 없애기(&amp;V)</translation>
    </message>
    <message>
        <source>The whole picture is exported again.</source>
        <translation>다시 그림 전체를 내보냅니다.</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>좌우 반전(&amp;M)</translation>
    </message>
    <message>
        <source>Exchanges left and right, for a scan of a negative&apos;s wrong side.</source>
        <translation>좌우를 바꿉니다. 네거티브를 뒤집어 스캔했을 때 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Flip upside down</source>
        <translation>상하 반전(&amp;F)</translation>
    </message>
    <message>
        <source>Exchanges top and bottom.</source>
        <translation>위아래를 바꿉니다.</translation>
    </message>
    <message>
        <source>Cop&amp;y result</source>
        <translation>결과 복사(&amp;Y)</translation>
    </message>
    <message>
        <source>Puts the coloured picture on the clipboard, for a letter or another program.</source>
        <translation>편지나 다른 프로그램에 쓸 수 있도록 채색한 사진을 클립보드에 넣습니다.</translation>
    </message>
    <message>
        <source>C&amp;opy settings</source>
        <translation>설정 복사(&amp;O)</translation>
    </message>
    <message>
        <source>Puts all settings of this scan on the clipboard, to paste them to others.</source>
        <translation>이 스캔의 모든 설정을 클립보드에 넣어 다른 스캔에 붙여넣습니다.</translation>
    </message>
    <message>
        <source>P&amp;aste settings</source>
        <translation>설정 붙여넣기(&amp;A)</translation>
    </message>
    <message>
        <source>Gives the copied settings to the scans that are selected in the strip.</source>
        <translation>복사한 설정을 목록에서 선택한 스캔에 적용합니다.</translation>
    </message>
    <message>
        <source>Paste &amp;settings to…</source>
        <translation>여러 스캔에 설정 붙여넣기(&amp;S)…</translation>
    </message>
    <message>
        <source>Asks which of the copied settings go to which of the open scans.</source>
        <translation>복사한 설정 중 무엇을 열린 스캔 중 어디에 붙여넣을지 묻습니다.</translation>
    </message>
    <message>
        <source>Close &amp;others</source>
        <translation>다른 스캔 닫기(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Opens the folder of the scan.</source>
        <translation>스캔이 있는 폴더를 엽니다.</translation>
    </message>
    <message>
        <source>Side &amp;panel</source>
        <translation>옆 패널(&amp;P)</translation>
    </message>
    <message>
        <source>Strip of s&amp;cans</source>
        <translation>스캔 목록(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next scan</source>
        <translation>다음 스캔(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous scan</source>
        <translation>이전 스캔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>Show &amp;log file</source>
        <translation>로그 파일 보기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Color Studio</source>
        <translation>Color Studio 정보(&amp;A)</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Color Studio could not start; the log has the details: {log}</source>
        <translation>Color Studio를 시작하지 못했습니다. 자세한 내용은 로그에 있습니다: {log}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The training setting {name} is “{value}”; it must be one of {choices}.</source>
        <translation>학습 설정 {name}의 값이 “{value}”입니다. 다음 중 하나여야 합니다: {choices}.</translation>
    </message>
    <message>
        <source>The training setting {name} is {value}; it must lie from {low} to {high}.</source>
        <translation>학습 설정 {name}의 값이 {value}입니다. {low}에서 {high} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The training setting {name} must be {expected}.</source>
        <translation>학습 설정 {name}의 값은 다음이어야 합니다: {expected}.</translation>
    </message>
    <message>
        <source>There is no training setting {name}; did you mean {close}?</source>
        <translation>{name}: 없는 학습 설정입니다. 혹시 {close} 설정인가요?</translation>
    </message>
    <message>
        <source>{name} does not say a format that can be written; end it in {endings}.</source>
        <translation>{name}: 쓸 수 있는 형식을 알 수 없습니다. 이름이 {endings} 중 하나로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>{format} cannot hold {bits} bits per channel; choose TIFF or PNG for {name}, or 8 bits.</source>
        <translation>{format} 형식은 채널당 {bits}비트를 담을 수 없습니다. {name} 파일에는 TIFF나 PNG를 선택하거나 8비트를 선택하세요.</translation>
    </message>
    <message>
        <source>{format} can be at most {longest} pixels wide or high; choose TIFF or PNG for {name}.</source>
        <translation>{format} 형식은 가로·세로가 최대 {longest}픽셀입니다. {name} 파일에는 TIFF나 PNG를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} is a folder; give a file name.</source>
        <translation>{name}: 폴더입니다. 파일 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>There is no folder {folder} for {name}; make it or choose another one.</source>
        <translation>{name} 파일을 넣을 폴더가 없습니다({folder}). 폴더를 만들거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>There is no room on the disc for {name}; free some or choose another disc.</source>
        <translation>디스크에 {name} 파일을 쓸 공간이 없습니다. 공간을 비우거나 다른 디스크를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be written for lack of permission; choose another folder.</source>
        <translation>{name}: 쓰기 권한이 없습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}); try another folder or format.</source>
        <translation>{name}: 쓸 수 없습니다({reason}). 다른 폴더나 형식을 사용해 보세요.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}); the picture itself is complete.</source>
        <translation>{name}: 쓸 수 없습니다({reason}). 사진 파일은 온전히 저장되었습니다.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Color Studio; update Color Studio to read it.</source>
        <translation>{name}: 더 새로운 버전의 Color Studio에서 만든 파일입니다. 읽으려면 Color Studio를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{name} is not a sidecar of Color Studio; choose the .json beside an export.</source>
        <translation>{name}: Color Studio의 부속 파일이 아닙니다. 내보낸 사진 옆의 .json 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The recipe {name} was made by a newer Color Studio; update Color Studio to use it.</source>
        <translation>{name}: 더 새로운 버전의 Color Studio에서 만든 작업 기록(레시피)입니다. 사용하려면 Color Studio를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{name} is not a usable recipe ({reason}); export it again or correct the file.</source>
        <translation>{name}: 사용할 수 없는 작업 기록(레시피)입니다({reason}). 다시 내보내거나 파일을 고치세요.</translation>
    </message>
    <message>
        <source>{path} already holds a training run; resume it or choose another folder.</source>
        <translation>{path}: 이미 학습 실행이 들어 있는 폴더입니다. 그 학습을 이어서 하거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The run folder {path} cannot be made: {reason}.</source>
        <translation>학습 폴더를 만들 수 없습니다({path}): {reason}.</translation>
    </message>
    <message>
        <source>{path} is not the folder of a training run (no config.json).</source>
        <translation>{path}: 학습 폴더가 아닙니다(config.json이 없습니다).</translation>
    </message>
    <message>
        <source>{path} is being trained in by process {pid}; stop that one first.</source>
        <translation>{path}: 프로세스 {pid}에서 학습 중인 폴더입니다. 먼저 그 학습을 멈추세요.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}; close other programs.</source>
        <translation>{name} 파일을 열기에는 메모리가 부족합니다. 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>{name} is a camera raw file, which cannot be opened; develop it to a TIFF first.</source>
        <translation>{name}: 카메라 RAW 파일은 열 수 없습니다. 먼저 TIFF로 현상하세요.</translation>
    </message>
    <message>
        <source>Parts of the file are damaged; what could be read is shown.</source>
        <translation>파일 일부가 손상되어 읽을 수 있는 부분만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Additional channels ({count}) are not used.</source>
        <translation>추가 채널({count}개)은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Values that are no numbers were taken as black.</source>
        <translation>숫자가 아닌 값은 검정으로 처리했습니다.</translation>
    </message>
    <message>
        <source>Its values, {low} to {high}, were scaled to black to white.</source>
        <translation>{low}에서 {high}까지의 값을 검정에서 흰색까지로 환산했습니다.</translation>
    </message>
    <message>
        <source>Its colour profile is broken or made for other pixels; sRGB was assumed.</source>
        <translation>색상 프로파일이 손상되었거나 이 사진에 맞지 않아 sRGB로 간주했습니다.</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that can be opened here; save it as TIFF, PNG or JPEG first.</source>
        <translation>{name}: 열 수 있는 종류의 사진이 아닙니다. 먼저 TIFF, PNG, JPEG로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is a folder; choose a picture in it.</source>
        <translation>{name}: 폴더입니다. 그 안의 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>{name} is not a file; choose a picture.</source>
        <translation>{name}: 파일이 아닙니다. 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no file {name}; check its name and folder.</source>
        <translation>{name}: 파일이 없습니다. 이름과 폴더를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}); check its permissions and its disc.</source>
        <translation>{name}: 읽을 수 없습니다({reason}). 권한과 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} is empty; scan it again or restore it from a copy.</source>
        <translation>{name}: 빈 파일입니다. 다시 스캔하거나 사본에서 복원하세요.</translation>
    </message>
    <message>
        <source>{name} is {width} x {height} pixels, more than can be opened ({limit} megapixels); cut it into parts.</source>
        <translation>{name}: {width} x {height}픽셀로, 열 수 있는 크기({limit}메가픽셀)를 넘습니다. 여러 부분으로 나누세요.</translation>
    </message>
    <message>
        <source>{name} claims {megapixels} megapixels in a file of {kilobytes} KB, as no scan does; check its origin.</source>
        <translation>{name}: {kilobytes} KB 파일인데 {megapixels}메가픽셀이라고 되어 있어 정상적인 스캔이 아닙니다. 출처를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} needs room in the temporary folder to be turned; free disc space.</source>
        <translation>{name} 사진을 회전하려면 임시 폴더에 공간이 필요합니다. 디스크 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{name} is stored in a way that cannot be opened here ({reason}); save it as TIFF, PNG or JPEG first.</source>
        <translation>{name}: 여기서 열 수 없는 방식으로 저장된 파일입니다({reason}). 먼저 TIFF, PNG, JPEG로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be read ({reason}); scan it again or restore it from a copy.</source>
        <translation>{name}: 손상되어 읽을 수 없습니다({reason}). 다시 스캔하거나 사본에서 복원하세요.</translation>
    </message>
    <message>
        <source>{low} must not be larger than {high} in the training settings.</source>
        <translation>학습 설정에서 {low} 값은 {high} 값보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>The training recipe {path} cannot be read: {reason}.</source>
        <translation>학습 레시피를 읽을 수 없습니다({path}): {reason}.</translation>
    </message>
    <message>
        <source>“{override}” is not a setting; write KEY=VALUE.</source>
        <translation>“{override}”: 설정 형식이 아닙니다. KEY=VALUE 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>The training settings are not valid {kind}: {reason}.</source>
        <translation>학습 설정이 올바른 {kind} 형식이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>This computer has too little free memory; close other programs and try again.</source>
        <translation>컴퓨터의 남은 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Something went wrong that Color Studio did not expect; the log has the details.</source>
        <translation>예상하지 못한 문제가 생겼습니다. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Color Studio; update Color Studio to use this model.</source>
        <translation>{name}: 더 새로운 버전의 Color Studio에서 만든 모델입니다. 사용하려면 Color Studio를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{name} is not a usable model pack ({reason}); get a fresh copy of it from where it came.</source>
        <translation>{name}: 사용할 수 없는 모델 팩입니다({reason}). 받은 곳에서 새로 받으세요.</translation>
    </message>
    <message>
        <source>This computer has no usable device &apos;{device}&apos;; choose one of: {available}.</source>
        <translation>이 컴퓨터에는 쓸 수 있는 &apos;{device}&apos; 장치가 없습니다. 다음 중에서 선택하세요: {available}.</translation>
    </message>
    <message>
        <source>The network in {name} cannot be loaded; get a fresh copy of the pack from where it came.</source>
        <translation>{name}: 신경망을 불러올 수 없습니다. 모델 팩을 받은 곳에서 새로 받으세요.</translation>
    </message>
    <message>
        <source>There is not enough memory for this render size; choose a smaller one.</source>
        <translation>이 렌더 크기를 쓰기에는 메모리가 부족합니다. 더 작은 크기를 선택하세요.</translation>
    </message>
    <message>
        <source>The model failed on this picture: {reason}.</source>
        <translation>모델이 이 사진을 처리하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>{name} is not a model pack or is damaged; get a fresh copy of it from where it came.</source>
        <translation>{name}: 모델 팩이 아니거나 손상되었습니다. 받은 곳에서 새로 받으세요.</translation>
    </message>
    <message>
        <source>The model pack {name} does not exist; check the name or import the pack.</source>
        <translation>{name}: 모델 팩이 없습니다. 이름을 확인하거나 모델 팩을 가져오세요.</translation>
    </message>
    <message>
        <source>There is no model &apos;{model}&apos; here; choose one of: {available}; or import its pack.</source>
        <translation>&apos;{model}&apos; 모델이 설치되어 있지 않습니다. 다음 중에서 선택하거나({available}) 해당 모델 팩을 가져오세요.</translation>
    </message>
    <message>
        <source>The recipe was made with the model {reference} (SHA-256 {short}…), which is not here; import that very pack, or choose another model yourself.</source>
        <translation>이 작업 기록은 {reference} 모델(SHA-256 {short}…)로 만들었는데, 그 모델이 설치되어 있지 않습니다. 바로 그 모델 팩을 가져오거나 다른 모델을 직접 선택하세요.</translation>
    </message>
    <message>
        <source>The model {model} takes no hints; they were left out.</source>
        <translation>{model} 모델은 색 힌트를 받지 않으므로 힌트를 반영하지 않았습니다.</translation>
    </message>
    <message>
        <source>Memory ran out at {size} px; coloured at {smaller} px instead.</source>
        <translation>{size}픽셀에서는 메모리가 부족해 {smaller}픽셀로 채색했습니다.</translation>
    </message>
    <message>
        <source>The memory of {device} ran out; coloured on the CPU instead.</source>
        <translation>{device}의 메모리가 부족해 CPU로 채색했습니다.</translation>
    </message>
    <message>
        <source>{name} exists and was kept; choose another name or allow overwriting.</source>
        <translation>{name}: 이미 있는 파일이라 그대로 두었습니다. 다른 이름을 선택하거나 덮어쓰기를 허용하세요.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be made ({reason}); choose another one.</source>
        <translation>폴더를 만들 수 없습니다({name}, {reason}). 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The name {name} and the format {format} disagree; change one of them.</source>
        <translation>파일 이름({name})과 형식({format})이 서로 맞지 않습니다. 둘 중 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>{first} and {second} would both become {target}; colour them into different folders.</source>
        <translation>{first} 파일과 {second} 파일의 결과가 모두 {target} 파일이 됩니다. 서로 다른 폴더에 채색하세요.</translation>
    </message>
    <message>
        <source>{target} is the scan {master} itself, which is never written to; choose another name.</source>
        <translation>{target}: 스캔 원본({master})과 같은 파일이며, 원본에는 쓸 수 없습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no page {page} in {name}; its pages are 1 to {pages}.</source>
        <translation>{name} 파일에 {page}쪽은 없습니다. 1쪽부터 {pages}쪽까지 있습니다.</translation>
    </message>
    <message>
        <source>The checkpoint {path} is missing or damaged.</source>
        <translation>체크포인트 {path} 파일이 없거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>{path} is not a checkpoint of a training run.</source>
        <translation>{path} 파일은 학습 체크포인트가 아닙니다.</translation>
    </message>
    <message>
        <source>There is no training recipe “{name}”; choose one of {known} or a TOML file.</source>
        <translation>“{name}” 학습 레시피가 없습니다. {known} 중에서 고르거나 TOML 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>None of the {count} pictures is held out; measure on all of them with --all.</source>
        <translation>사진 {count}장 가운데 검증용으로 남겨 둔 것이 없습니다. --all로 전체를 측정하세요.</translation>
    </message>
    <message>
        <source>The model {model} takes no hints; measure it without them.</source>
        <translation>{model} 모델은 색 힌트를 받지 않습니다. 힌트 없이 측정하세요.</translation>
    </message>
    <message>
        <source>None of the pictures in {path} can be learned from.</source>
        <translation>{path} 폴더에는 학습에 쓸 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>None of the {count} pictures to measure on can be opened.</source>
        <translation>측정할 사진 {count}장을 하나도 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The training settings describe no generator: {reason}.</source>
        <translation>학습 설정으로 생성기를 만들 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>ImageNet weights are for the generator efficient_unet, not for {name}.</source>
        <translation>ImageNet 가중치는 efficient_unet 생성기용이며 {name}에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The ImageNet weights are not installed ({package}); start from a model pack.</source>
        <translation>ImageNet 가중치({package})가 설치되어 있지 않습니다. 모델 팩에서 시작하세요.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit their network.</source>
        <translation>{path} 파일의 가중치가 신경망과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{path} is not a training run with a checkpoint or a model.</source>
        <translation>{path} 폴더에는 체크포인트나 모델이 있는 학습이 없습니다.</translation>
    </message>
    <message>
        <source>This machine has no device “{device}”; train with device = cpu.</source>
        <translation>이 컴퓨터에는 “{device}” 장치가 없습니다. device = cpu로 학습하세요.</translation>
    </message>
    <message>
        <source>The pictures in {path} are no longer those that the run began with; put them back as they were, or start a new run.</source>
        <translation>학습을 시작할 때의 그림과 지금의 그림이 다릅니다({path}). 그림을 원래대로 되돌리거나 새 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The run began with {before} steps and would go on with {now}; set its configuration back, or start a new run.</source>
        <translation>{before}단계로 시작한 학습인데 지금 설정은 {now}단계입니다. 설정을 원래대로 되돌리거나 새 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The training failed at step {step}: its numbers grew without limit; lower lr.</source>
        <translation>{step}단계에서 값이 한없이 커져 학습이 실패했습니다. lr을 낮추세요.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>{path} 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>There are no pictures in {path}.</source>
        <translation>{path} 폴더에 사진이 없습니다.</translation>
    </message>
    <message>
        <source>None of the pictures in {path} has a black-and-white partner in “{folder}”; give the partners the same names.</source>
        <translation>{path}의 그림 가운데 “{folder}” 폴더에 흑백 짝이 있는 것이 없습니다. 짝이 되는 파일의 이름을 같게 하세요.</translation>
    </message>
    <message>
        <source>{name} is {value}; choose a number from {lowest} to {highest}.</source>
        <translation>{name} 값이 {value}입니다. {lowest}에서 {highest} 사이의 수를 선택하세요.</translation>
    </message>
    <message>
        <source>{count} hue bands are given; there are {wanted}.</source>
        <translation>색상 구간이 {count}개 주어졌지만 {wanted}개여야 합니다.</translation>
    </message>
    <message>
        <source>The crop is empty; draw it again or remove it.</source>
        <translation>자르기 영역이 비어 있습니다. 다시 그리거나 없애세요.</translation>
    </message>
    <message>
        <source>A stroke of the mask has {points} points but {widths} widths; give one width a point.</source>
        <translation>마스크 획의 점은 {points}개인데 너비는 {widths}개입니다. 점마다 너비를 하나씩 지정하십시오.</translation>
    </message>
    <message>
        <source>The preset cannot be stored in {folder} ({reason}); check the disc.</source>
        <translation>{folder}에 프리셋을 저장할 수 없습니다({reason}). 디스크를 확인하십시오.</translation>
    </message>
    <message>
        <source>Your presets could not be read; their file was kept as {name}.</source>
        <translation>프리셋을 읽을 수 없습니다. 그 파일을 {name}(으)로 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>The project {name} was made by a newer Color Studio; update Color Studio to open it.</source>
        <translation>{name}: 더 새로운 Color Studio에서 만든 프로젝트입니다. Color Studio를 업데이트한 뒤 여세요.</translation>
    </message>
    <message>
        <source>The project {name} is not there any more; look for it in another folder.</source>
        <translation>{name}: 프로젝트가 더 이상 없습니다. 다른 폴더에서 찾으세요.</translation>
    </message>
    <message>
        <source>The project {name} cannot be saved ({reason}); save it in another folder.</source>
        <translation>{name}: 프로젝트를 저장할 수 없습니다({reason}). 다른 폴더에 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is not a usable project ({reason}); open an earlier copy of it.</source>
        <translation>{name}: 사용할 수 없는 프로젝트입니다({reason}). 이전 사본을 여세요.</translation>
    </message>
    <message>
        <source>The picture cannot be stored in {name} ({reason}); save it yourself and open the file.</source>
        <translation>그림을 {name} 폴더에 저장할 수 없습니다({reason}). 직접 저장한 뒤 파일을 여세요.</translation>
    </message>
    <message>
        <source>There are no settings on the clipboard; copy those of a scan first.</source>
        <translation>클립보드에 설정이 없습니다. 먼저 스캔의 설정을 복사하십시오.</translation>
    </message>
    <message>
        <source>{name} cannot be written; choose another folder.</source>
        <translation>{name}: 저장할 수 없습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} has no colours to take; choose a colour photograph.</source>
        <translation>{name}에는 가져올 색이 없습니다. 컬러 사진을 고르십시오.</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept for the case of a crash ({reason}); save the project often.</source>
        <translation>비정상 종료에 대비해 작업을 보관할 수 없습니다({reason}). 프로젝트를 자주 저장하세요.</translation>
    </message>
    <message>
        <source>The trainer gave an answer that this window does not understand ({reason}).</source>
        <translation>학습 프로그램의 응답을 이 창에서 해석할 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>The training {name} is running; stop it first.</source>
        <translation>학습 {name}이(가) 실행 중입니다. 먼저 중지하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be moved to the trash; remove the folder yourself.</source>
        <translation>{path}을(를) 휴지통으로 옮길 수 없습니다. 폴더를 직접 삭제하십시오.</translation>
    </message>
    <message>
        <source>The training {name} is running already.</source>
        <translation>학습 {name}이(가) 이미 실행 중입니다.</translation>
    </message>
    <message>
        <source>The training {name} cannot be started: {reason}.</source>
        <translation>학습 {name}을(를) 시작할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The trainer ended unexpectedly ({reason}); the log tells more.</source>
        <translation>학습 프로그램이 예기치 않게 종료되었습니다({reason}). 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>{name} is another model than the {reference} that is here already; remove that one first, or ask for the new one under another version.</source>
        <translation>{name} 파일은 이미 있는 {reference}와 다른 모델입니다. 있는 모델을 먼저 제거하거나, 다른 버전 번호로 된 파일을 받으십시오.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name or folder.</source>
        <translation>{path} 파일이 이미 있습니다. 다른 이름이나 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The model {reference} belongs to Color Studio and stays; only your own can be removed.</source>
        <translation>{reference} 모델은 Color Studio에 포함된 것이라 제거할 수 없습니다. 직접 추가한 모델만 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} changed while it was read; copy it once more and try again.</source>
        <translation>읽는 동안 {name} 파일이 바뀌었습니다. 다시 복사한 뒤 한 번 더 시도하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be moved to the trash ({reason}); remove the file yourself.</source>
        <translation>{path} 파일을 휴지통으로 옮길 수 없습니다({reason}). 파일을 직접 삭제하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); look whether its medium is still there.</source>
        <translation>{path} 파일을 읽을 수 없습니다({reason}). 저장 매체가 연결되어 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); choose another folder or make room there.</source>
        <translation>{path} 파일을 저장할 수 없습니다({reason}). 다른 폴더를 선택하거나 공간을 확보하십시오.</translation>
    </message>
    <message>
        <source>{name} holds more than a model needs and is not safe to use; get it from where it was made.</source>
        <translation>{name} 파일에 모델에 필요 없는 내용이 들어 있어 안전하지 않습니다. 만든 곳에서 다시 받으십시오.</translation>
    </message>
    <message>
        <source>The model in {name} does not work: its card and its network do not fit each other.</source>
        <translation>{name} 파일의 모델이 동작하지 않습니다. 모델 카드와 신경망이 서로 맞지 않습니다.</translation>
    </message>
</context>
<context>
    <name>guess</name>
    <message>
        <source>well founded</source>
        <translation>근거가 충분함</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>그럴듯함</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>추측</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>사진(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>도구(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Mean colour error (ΔE2000)</source>
        <translation>평균 색 오차(ΔE2000)</translation>
    </message>
    <message>
        <source>PSNR (dB)</source>
        <translation>신호 대 잡음비(PSNR, dB)</translation>
    </message>
    <message>
        <source>Chroma, as a share of the truth&apos;s</source>
        <translation>실제 색 대비 색도 비율</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Render size</source>
        <translation>렌더 크기</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>As predicted</source>
        <translation>예측 그대로</translation>
    </message>
    <message>
        <source>The colours as the model predicts them.</source>
        <translation>모델이 예측한 색 그대로입니다.</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>은은하게</translation>
    </message>
    <message>
        <source>Held back: colours that never claim more than they know.</source>
        <translation>절제된 색으로, 아는 것 이상을 주장하지 않습니다.</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>선명하게</translation>
    </message>
    <message>
        <source>Stronger colours, dull ones most of all, as in a modern print.</source>
        <translation>현대의 인화처럼 색을 진하게, 흐린 색일수록 더 진하게 합니다.</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>손채색</translation>
    </message>
    <message>
        <source>A thin wash over the print&apos;s own tone, as studios tinted by hand.</source>
        <translation>사진관에서 손으로 칠하던 것처럼 본래 색조 위에 옅게 입힙니다.</translation>
    </message>
    <message>
        <source>Autochrome</source>
        <translation>오토크롬</translation>
    </message>
    <message>
        <source>Warm and soft with deep reds and muted greens, as on plates of the 1910s.</source>
        <translation>1910년대 건판처럼 따뜻하고 부드러우며, 빨강은 깊고 초록은 차분합니다.</translation>
    </message>
    <message>
        <source>Sepia kept</source>
        <translation>세피아 유지</translation>
    </message>
    <message>
        <source>Half the colour over the scan&apos;s own tone.</source>
        <translation>스캔 본래의 색조 위에 색을 절반만 입힙니다.</translation>
    </message>
</context>
<context>
    <name>projects</name>
    <message>
        <source>A project keeps what was done to the scans; the scans stay as they are.</source>
        <translation>프로젝트는 스캔에 한 작업을 보관합니다. 스캔 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>저장 안 함(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name}: 이미 있습니다. 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>{name}의 변경 사항을 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Save what you did as a project?</source>
        <translation>작업 내용을 프로젝트로 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Color Studio projects</source>
        <translation>Color Studio 프로젝트</translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>Reading the scan…</source>
        <translation>스캔을 읽는 중…</translation>
    </message>
    <message>
        <source>Not coloured: something went wrong.</source>
        <translation>채색하지 못했습니다.</translation>
    </message>
    <message>
        <source>Stopped at the first, quick colours.</source>
        <translation>첫 색만 입힌 상태에서 멈췄습니다.</translation>
    </message>
    <message>
        <source>Not coloured.</source>
        <translation>채색하지 않음</translation>
    </message>
    <message>
        <source>First colours; the chosen render size follows…</source>
        <translation>첫 색입니다. 선택한 렌더 크기로 이어집니다…</translation>
    </message>
    <message>
        <source>Colouring…</source>
        <translation>채색 중…</translation>
    </message>
    <message>
        <source>Coloured in {seconds} s at {size} px</source>
        <translation>{size}픽셀, {seconds}초 만에 채색</translation>
    </message>
</context>
<context>
    <name>scan_state</name>
    <message>
        <source>coloured</source>
        <translation>채색됨</translation>
    </message>
    <message>
        <source>being coloured</source>
        <translation>채색 중</translation>
    </message>
    <message>
        <source>could not be coloured</source>
        <translation>채색하지 못함</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>편집됨</translation>
    </message>
    <message>
        <source>not saved in a project</source>
        <translation>프로젝트에 저장되지 않음</translation>
    </message>
    <message>
        <source>exported as it is</source>
        <translation>현재 상태로 내보냄</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>채색</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The language of the window. It changes at once.</source>
        <translation>창에 쓰이는 언어입니다. 바로 바뀝니다.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Light or dark; the surround of the picture is always neutral grey.</source>
        <translation>밝게 또는 어둡게 표시합니다. 사진 주변은 늘 중성 회색입니다.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Begin where I left off</source>
        <translation>지난번 작업 이어서 시작</translation>
    </message>
    <message>
        <source>Opens the project or the scans that were open when the window was closed.</source>
        <translation>창을 닫을 때 열려 있던 프로젝트나 스캔을 다시 엽니다.</translation>
    </message>
    <message>
        <source>Grey around the picture</source>
        <translation>사진 주위의 회색</translation>
    </message>
    <message>
        <source>A darker surround lets colours look lighter, a lighter one darker.</source>
        <translation>주위가 어두우면 색이 밝아 보이고, 밝으면 어두워 보입니다.</translation>
    </message>
    <message>
        <source>As the appearance</source>
        <translation>화면 모양에 맞춤</translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation>어두운 회색</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>중간 회색</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>밝은 회색</translation>
    </message>
    <message>
        <source>Use the monitor&apos;s colour profile</source>
        <translation>모니터 색 프로파일 사용</translation>
    </message>
    <message>
        <source>Shows pictures as they are on a calibrated monitor; exports do not change.</source>
        <translation>교정된 모니터에서 사진의 색을 정확히 보여 줍니다. 내보내는 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Compute device</source>
        <translation>연산 장치</translation>
    </message>
    <message>
        <source>Where the model runs. Automatic takes a graphics card when there is one.</source>
        <translation>모델이 실행되는 장치입니다. 자동으로 두면 그래픽 카드가 있을 때 그것을 씁니다.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>프로세서(CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 그래픽 카드(CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple 그래픽(MPS)</translation>
    </message>
    <message>
        <source>Render size of new scans</source>
        <translation>새 스캔의 렌더 크기</translation>
    </message>
    <message>
        <source>Short side, in pixels, at which the model sees a scan.</source>
        <translation>모델이 스캔을 볼 때의 짧은 변 길이(픽셀)입니다.</translation>
    </message>
    <message>
        <source>As the model recommends</source>
        <translation>모델 권장값</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>파일 형식</translation>
    </message>
    <message>
        <source>The format that the export dialog proposes.</source>
        <translation>내보내기 창에서 먼저 제안하는 형식입니다.</translation>
    </message>
    <message>
        <source>As the scan</source>
        <translation>스캔과 같게</translation>
    </message>
    <message>
        <source>Show the folder after an export</source>
        <translation>내보낸 뒤 폴더 열기</translation>
    </message>
    <message>
        <source>Opens the file manager with the exported picture.</source>
        <translation>내보낸 사진이 있는 폴더를 파일 관리자에서 엽니다.</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Original, while it is held</source>
        <translation>누르고 있는 동안 원본 보기</translation>
    </message>
    <message>
        <source>Move the picture, while it is held</source>
        <translation>누르고 있는 동안 사진 옮기기</translation>
    </message>
    <message>
        <source>Move the divider of the wipe, or the picture</source>
        <translation>와이프 경계선 또는 사진 옮기기</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>사진 옮기기</translation>
    </message>
    <message>
        <source>Smaller or larger brush or hint</source>
        <translation>브러시나 힌트를 작게 또는 크게</translation>
    </message>
    <message>
        <source>Harder or softer edge of the brush</source>
        <translation>브러시 가장자리를 선명하게 또는 부드럽게</translation>
    </message>
    <message>
        <source>Brush or eraser</source>
        <translation>브러시와 지우개 전환</translation>
    </message>
    <message>
        <source>Move the selected hint or the crop; with Shift further</source>
        <translation>선택한 힌트나 자르기 영역 옮기기(Shift: 더 멀리)</translation>
    </message>
    <message>
        <source>Delete the selected hint</source>
        <translation>선택한 힌트 지우기</translation>
    </message>
    <message>
        <source>Apply the crop</source>
        <translation>자르기 적용</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>사진에서</translation>
    </message>
    <message>
        <source>With a tool in the hand</source>
        <translation>도구를 쓸 때</translation>
    </message>
</context>
<context>
    <name>variations</name>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Usual colours</source>
        <translation>기본 색</translation>
    </message>
    <message>
        <source>Variation {number}</source>
        <translation>채색안 {number}</translation>
    </message>
</context>
</TS>
